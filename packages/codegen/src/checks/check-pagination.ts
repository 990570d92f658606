import type { Operation } from "../document/operations.ts";
import { child, elements, type Place } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";
import { successResponse } from "../schema/success-response.ts";
import { checkExpression } from "./check-expression.ts";
import { checkItems } from "./check-items.ts";
import { checkPageSize } from "./check-page-size.ts";
import { checkQueryParameter } from "./check-query-parameter.ts";
import { type Check, type Problem, problemAt } from "./problem.ts";

/** What `x-pagination` says can be found: its pointers in the response, its parameters in the request. */
export const checkPagination: Check = (spec, operations) =>
  operations.flatMap((operation) => {
    const pagination = child(operation.place, "x-pagination");
    const style = child(pagination, "style").value;
    if (pagination.value === undefined || style === "none") return [];
    return [
      ...checkAnswer(spec, operation, pagination),
      ...checkRequest(spec, operation, pagination),
      ...checkEnd(pagination),
    ];
  });

function checkAnswer(spec: Spec, operation: Operation, pagination: Place): Problem[] {
  const response = successResponse(spec, operation);
  if (response === undefined)
    return [problemAt(pagination, `${operation.key} describes no 200 response that could be paged`)];
  const count = ["integer", "number", "string"];
  const accepted = {
    next: child(pagination, "style").value === "next-link" ? ["string"] : count,
    hasMore: ["boolean", "integer", "string"],
    total: count,
    totalPages: count,
  };
  return [
    ...checkItems(spec, response, child(pagination, "items")),
    ...Object.entries(accepted).flatMap(([key, types]) =>
      checkExpression(spec, response, child(pagination, key), types),
    ),
  ];
}

function checkRequest(spec: Spec, operation: Operation, pagination: Place): Problem[] {
  const pageSize = child(pagination, "pageSize");
  const named = [
    child(pagination, "param"),
    child(pageSize, "param"),
    ...elements(child(pagination, "firstPageOnly")),
  ];
  return [
    ...named.flatMap((name) => checkQueryParameter(operation, name)),
    ...checkApart(child(pagination, "param"), child(pageSize, "param")),
    ...checkPageSize(spec, operation, pageSize),
  ];
}

/** One parameter cannot say both how many records and which. */
function checkApart(position: Place, size: Place): Problem[] {
  if (typeof position.value !== "string" || position.value !== size.value) return [];
  return [problemAt(size, `"${size.value}" is the parameter of the position too; it cannot be both`)];
}

const neededFor: { readonly [end: string]: readonly string[] } = {
  total: ["total", "totalPages"],
  next: ["hasMore"],
  // A page is short of the size that was asked for.
  short: ["pageSize"],
};

/** What is said to end a list must be given. */
function checkEnd(pagination: Place): Problem[] {
  const end = child(pagination, "end");
  const needed = neededFor[String(end.value)] ?? [];
  if (needed.length === 0 || needed.some((key) => child(pagination, key).value !== undefined)) return [];
  return [problemAt(end, `end: ${end.value} needs ${needed.map((key) => `"${key}"`).join(" or ")}`)];
}
