import type { Operation } from "../document/operations.ts";
import { child, members, type Place } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";
import { alternatives } from "../schema/alternatives.ts";
import { isDescribedObject } from "../schema/is-described-object.ts";
import { jsonBody, successResponse } from "../schema/success-response.ts";
import { typesOf } from "../schema/types-of.ts";
import { type Check, problemAt } from "./problem.ts";

/** Names of fields and parameters beside which an array is a page of a list, and not a part of one record. */
const paging = new RegExp(
  `^(${[
    "(next|prev|previous)(_?(page|url|uri|link|token|cursor)\\w*)?",
    "page|pages|paging|pagination|page_?(info|number|size|token)|page\\[\\w+\\]|per_?page",
    "cursor|offset|limit|starting_?after|max_?results|has_?more|continues|_?links|meta",
    "count|total|total_?(count|items|pages|records|results)",
  ].join("|")})$`,
  "i",
);

/**
 * In a spec that uses `x-pagination`, every GET that answers with a list of records says how it is paged, or `none`. A
 * list is an array of objects; an object with an array of objects as its only field; or one with paging fields, or
 * paging parameters, beside it.
 */
export const checkLists: Check = (spec, operations) => {
  const isTold = ({ place }: Operation) => child(place, "x-pagination").value !== undefined;
  if (!operations.some(isTold)) return [];
  return operations
    .filter((operation) => operation.key.startsWith("GET ") && !isTold(operation) && isList(spec, operation))
    .map(({ key, place }) =>
      problemAt(
        place,
        `${key} answers with a list of records: say in x-pagination how it is paged, or style: none`,
      ),
    );
};

function isList(spec: Spec, operation: Operation): boolean {
  const response = successResponse(spec, operation);
  const body = response && jsonBody(spec, response);
  const schemas = body === undefined ? [] : alternatives(spec, body);
  if (schemas.some((schema) => isArrayOfObjects(spec, schema))) return true;
  const fields = schemas.flatMap((schema) => members(child(schema, "properties")));
  const arrays = fields.filter(([, field]) =>
    alternatives(spec, field).some((schema) => isArrayOfObjects(spec, schema)),
  );
  if (arrays.length === 0) return false;
  const parameters = operation.parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name }) => name);
  return (
    fields.length === 1 || [...fields.map(([name]) => name), ...parameters].some((name) => paging.test(name))
  );
}

function isArrayOfObjects(spec: Spec, schema: Place): boolean {
  return (
    typesOf(schema).includes("array") && alternatives(spec, child(schema, "items")).some(isDescribedObject)
  );
}
