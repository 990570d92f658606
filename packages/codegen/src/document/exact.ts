import { exactNumbersIn as findExactNumbers, isExactNumber } from "@usagewire/pagination/internal";
import { jsonBodySchema, type Operation } from "./operations.ts";
import { composedSchemas } from "./schema.ts";
import { child, elements, isRecord, members, type Spec, type SpecNode } from "./spec.ts";
import { isSchemaRole, walk } from "./walk.ts";

/** Whether a spec has numbers that are delivered as text. */
export function hasExactNumbers(spec: Spec): boolean {
  let found = false;
  walk(spec, ({ value }, role) => {
    found ||= isSchemaRole(role) && isExactNumber(value);
  });
  return found;
}

/** Where the values of a schema have numbers that are delivered as text. */
export const exactNumbersIn = (spec: Spec, schema: SpecNode) =>
  findExactNumbers(schema, {
    parts: (node) => composedSchemas(spec, node),
    schemaOf: ({ value }) => value,
    below,
  });

/** The schemas of the members and elements of a value, with their token in a pointer. */
function below(schema: SpecNode): [token: string, schema: SpecNode][] {
  const others = [
    child(schema, "items"),
    child(schema, "additionalProperties"),
    ...elements(child(schema, "prefixItems")),
    ...members(child(schema, "patternProperties")).map(([, node]) => node),
  ];
  const named = members(child(schema, "properties"));
  const any = others.filter(({ value }) => isRecord(value));
  return [...named, ...any.map((node): [string, SpecNode] => ["*", node])];
}

/** The schemas of an operation's JSON responses with a status in 2xx. */
export const successSchemas = (spec: Spec, operation: Operation): SpecNode[] =>
  responseSchemas(spec, operation, true);

/** The schemas of an operation's other JSON bodies: of errors, and of its request. */
export function otherSchemas(spec: Spec, operation: Operation): SpecNode[] {
  const request = spec.resolve(child(operation.node, "requestBody"));
  const sent = request && jsonBodySchema(spec, request);
  return [...responseSchemas(spec, operation, false), ...(sent === undefined ? [] : [sent])];
}

function responseSchemas(spec: Spec, { node }: Operation, isSuccess: boolean): SpecNode[] {
  return members(child(node, "responses")).flatMap(([status, listed]) => {
    if (/^2/.test(status) !== isSuccess) return [];
    const response = spec.resolve(listed);
    return (response && jsonBodySchema(spec, response)) ?? [];
  });
}
