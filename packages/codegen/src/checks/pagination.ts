import { jsonBodySchema, type Operation, queryParameters, successResponse } from "../document/operations.ts";
import { composedSchemas, isArrayOfRecords } from "../document/schema.ts";
import { addressOf, child, members, type Spec, type SpecNode } from "../document/spec.ts";
import { checkAnnotations } from "./annotations.ts";
import { type Check, type Finding, problemAt } from "./check.ts";
import { schemaOf } from "./extensions.ts";

/** Whatever `x-pagination` refers to exists in the operation. Its schema says what that is, style by style. */
export const checkPagination: Check = (spec, operations) =>
  operations.flatMap((operation) => {
    const pagination = child(operation.node, "x-pagination");
    if (pagination.value === undefined) return [];
    const pageSize = child(pagination, "pageSize");
    return [
      ...checkAnnotations(spec, operation, pagination, schemaOf("x-pagination")),
      ...checkDistinct(child(pagination, "param"), child(pageSize, "param")),
      ...checkPageSize(spec, operation, pageSize),
    ];
  });

/** One parameter cannot carry both the position and the page size. */
function checkDistinct(position: SpecNode, size: SpecNode): Finding[] {
  if (typeof position.value !== "string" || position.value !== size.value) return [];
  return [
    problemAt(size, `x-pagination.pageSize.param: "${size.value}" is already used as x-pagination.param`),
  ];
}

/** The default page size is within the limits of the provider and of the parameter's schema. */
function checkPageSize(spec: Spec, operation: Operation, pageSize: SpecNode): Finding[] {
  const size = child(pageSize, "default");
  const { value } = size;
  if (typeof value !== "number") return [];
  const name = child(pageSize, "param").value;
  const parameter = queryParameters(operation).find((candidate) => candidate.name === name);
  const schemas = parameter === undefined ? [] : composedSchemas(spec, child(parameter.node, "schema"));
  return [pageSize, ...schemas].flatMap((node) =>
    (["minimum", "maximum"] as const).flatMap((keyword) => {
      const limit = child(node, keyword).value;
      if (typeof limit !== "number" || (keyword === "minimum" ? value >= limit : value <= limit)) return [];
      const fault = `${value} is ${keyword === "minimum" ? "below" : "above"} the ${keyword} of ${limit}`;
      return [problemAt(size, `x-pagination.pageSize.default: ${fault} in ${addressOf(node)}`)];
    }),
  );
}

/**
 * For strict checks: in a spec that uses `x-pagination`, every GET that returns a list of records has it. A list is an array
 * of objects, an object whose only field is such an array, or one with paging fields or paging parameters next to the array.
 */
export const checkUnpagedLists: Check = (spec, operations) => {
  const isDescribed = ({ node }: Operation) => child(node, "x-pagination").value !== undefined;
  if (!operations.some(isDescribed)) return [];
  return operations
    .filter(
      (operation) =>
        operation.key.startsWith("GET ") && !isDescribed(operation) && returnsList(spec, operation),
    )
    .map(({ key, node }) => {
      const message = `${key} returns a list of records; add x-pagination, with style: none if the list is not paged`;
      return problemAt(node, message);
    });
};

/** Names of fields and parameters that show that an array next to them is a page of a list, not part of one record. */
const pagingNames = new RegExp(
  `^(${[
    "(next|prev|previous)(_?(page|url|uri|link|token|cursor)\\w*)?",
    "page|pages|paging|pagination|page_?(info|number|size|token)|page\\[\\w+\\]|per_?page",
    "cursor|offset|limit|starting_?after|max_?results|has_?more|continues|_?links|meta",
    "count|total|total_?(count|items|pages|records|results)",
  ].join("|")})$`,
  "i",
);

function returnsList(spec: Spec, operation: Operation): boolean {
  const response = successResponse(spec, operation);
  const body = response && jsonBodySchema(spec, response);
  const schemas = body === undefined ? [] : composedSchemas(spec, body);
  if (schemas.some((schema) => isArrayOfRecords(spec, schema))) return true;
  const fields = schemas.flatMap((schema) => members(child(schema, "properties")));
  const hasRecords = fields.some(([, field]) =>
    composedSchemas(spec, field).some((schema) => isArrayOfRecords(spec, schema)),
  );
  if (!hasRecords) return false;
  const names = [...fields.map(([name]) => name), ...queryParameters(operation).map(({ name }) => name)];
  return fields.length === 1 || names.some((name) => pagingNames.test(name));
}
