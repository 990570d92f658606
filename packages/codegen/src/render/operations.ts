import { exactNumbersIn, hasExactNumbers, successSchemas } from "../document/exact.ts";
import {
  type Operation,
  operationsOf,
  type Parameter,
  securityRequirements,
  undescribedPathParameters,
} from "../document/operations.ts";
import { child, members, type Spec, stringAt } from "../document/spec.ts";
import { type Code, renderLiteral } from "./literal.ts";
import {
  type Data,
  firstParagraph,
  helpDescription,
  shareDescriptions,
  sharedParameters,
  wireDescription,
} from "./parameters.ts";

/** `operations.ts`: the operation table that a client reads at run time, and separate descriptions for help screens. */
export function renderOperations(spec: Spec): string {
  const operations = operationsOf(spec);
  const shared = sharedParameters(operations);
  const inSpans = parametersInSpans(operations);
  const wire = shareDescriptions("Parameter", shared, (parameter) =>
    wireDescription(spec, parameter, inSpans.has(parameter.name)),
  );
  const help = shareDescriptions("Facts", shared, (parameter) => helpDescription(spec, parameter));
  const exact = hasExactNumbers(spec) ? exactPointers(spec, operations) : new Map<Operation, string[]>();
  const table = operations.map((operation) => [
    operation.key,
    tableEntry(operation, exact.get(operation), wire.of),
  ]);
  const descriptions = operations.map((operation) => [operation.key, helpEntry(operation, help.of)]);
  return `${exact.size === 0 ? "" : 'import { parseExact } from "@usagewire/client";\n'}import type { paths } from "./schema.js";
${wire.declarations}
const operations = ${renderLiteral(Object.fromEntries(table))} as const;

/** The operation table, for \`createClient\`. */
export const api = {
  baseUrl: ${renderLiteral(baseUrl(spec))},
  security: ${renderLiteral(securitySchemes(spec, operations))},
  operations: operations as typeof operations & { readonly "x-paths"?: paths },${exact.size === 0 ? "" : "\n  parseExact,"}
} as const;
${help.declarations}
/** Descriptions of operations and parameters, for help screens. Bundlers leave them out of programs that do not use them. */
export const descriptions = ${renderLiteral(Object.fromEntries(descriptions))} as const;
`;
}

type Describe = (parameter: Parameter) => Data | Code | undefined;

/** An entry of the operation table: the `OperationDescription` of `@usagewire/client`. */
function tableEntry(
  { node, parameters }: Operation,
  exact: readonly string[] | undefined,
  describe: Describe,
): Data {
  return {
    pagination: child(node, "x-pagination").value,
    window: child(node, "x-window").value,
    idempotent: child(node, "x-idempotent").value,
    parameters: { query: namesIn("query", parameters), header: namesIn("header", parameters) },
    exact,
    path: describeAll("path", parameters, describe),
    query: describeAll("query", parameters, describe),
  };
}

/** The names of the parameters in one location, so that the client can refuse others; `undefined` if there are none. */
function namesIn(location: "query" | "header", parameters: readonly Parameter[]): string[] | undefined {
  const names = parameters.filter((parameter) => parameter.in === location).map(({ name }) => name);
  return names.length === 0 ? undefined : names;
}

/** The numbers of each operation's successful responses that are delivered as text; operations without one are left out. */
function exactPointers(spec: Spec, operations: readonly Operation[]): Map<Operation, string[]> {
  const found = operations.map((operation): [Operation, string[]] => {
    const schemas = successSchemas(spec, operation);
    return [operation, [...new Set(schemas.flatMap((schema) => exactNumbersIn(spec, schema).pointers))]];
  });
  return new Map(found.filter(([, pointers]) => pointers.length > 0));
}

/** What a help screen says about an operation and its path and query parameters. */
function helpEntry(operation: Operation, describe: Describe): Data {
  const { node, parameters } = operation;
  const assumed = undescribedPathParameters(operation).map((name) => [
    name,
    { type: "string", required: true },
  ]);
  const path = { ...describeAll("path", parameters, describe), ...Object.fromEntries(assumed) };
  return {
    operationId: stringAt(node, "operationId"),
    summary: firstParagraph(stringAt(node, "summary") ?? stringAt(node, "description")),
    path: Object.keys(path).length === 0 ? undefined : path,
    query: describeAll("query", parameters, describe),
  };
}

/** The descriptions of the parameters in one location, by name; `undefined` if there are none. */
function describeAll(
  location: "path" | "query",
  parameters: readonly Parameter[],
  describe: Describe,
): Data | undefined {
  const entries = parameters
    .filter((parameter) => parameter.in === location)
    .map((parameter) => [parameter.name, describe(parameter)] as const)
    .filter(([, description]) => description !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The parameters on which windows depend: the client needs their defaults. */
const parametersInSpans = (operations: readonly Operation[]): ReadonlySet<string> =>
  new Set(
    operations.flatMap(({ node }) => members(child(child(node, "x-window"), "spans")).map(([name]) => name)),
  );

/**
 * The URL of the first server, with the defaults of its variables and no slash at the end; `""` if there is no absolute URL,
 * since only the caller knows the host then.
 */
export function baseUrl({ root }: Spec): string {
  const server = child(child(root, "servers"), 0);
  const variables = child(server, "variables");
  const url = (stringAt(server, "url") ?? "").replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const value = child(child(variables, name), "default").value;
    return value === undefined ? whole : String(value);
  });
  return /^https?:\/\//i.test(url) ? url.replace(/\/+$/, "") : "";
}

/** The security schemes of the document, then those of single operations; each once. */
function securitySchemes(spec: Spec, operations: readonly Operation[]): Data[] {
  const described = child(child(spec.root, "components"), "securitySchemes");
  const schemes = securityRequirements(spec, operations).flatMap(([name]) => {
    const scheme = spec.resolve(child(described, name));
    if (scheme?.value === undefined) return [];
    const type = stringAt(scheme, "type");
    const keys = type === "http" ? ["scheme"] : type === "apiKey" ? ["in", "name"] : [];
    return [Object.fromEntries(["type", ...keys].map((key) => [key, stringAt(scheme, key)]))];
  });
  return [...new Map(schemes.map((scheme) => [JSON.stringify(scheme), scheme])).values()];
}
