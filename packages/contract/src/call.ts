import { decodeValue, queryValue } from "./parameter-value.ts";
import { type Exchange, requestLine } from "./recording.ts";
import type { Operation, Spec } from "./spec.ts";

/** A recorded exchange as a call of a client. */
export interface Call {
  readonly exchange: Exchange;
  readonly spec: Spec;
  readonly operation: Operation;
  readonly params: CallParams;
  /** Query parameters that the operation does not have. */
  readonly unknown: readonly string[];
}

/** The arguments of a call, by name. */
export interface CallParams {
  /** Path parameters. */
  readonly path: Readonly<Record<string, unknown>>;
  /** Query parameters: numbers and booleans as such, several values as an array. */
  readonly query: Readonly<Record<string, unknown>>;
}

/** @throws Error if the specs have no operation with this method and path. */
export function toCall(specs: readonly Spec[], exchange: Exchange): Call {
  const { method, url: href } = exchange.entry.request;
  const url = new URL(href);
  const match = matchOperation(specs, method, url);
  if (match === undefined)
    throw new Error(`matches no operation of the specs (known: ${listOperations(specs)})`);
  const { spec, operation, pathParameters } = match;
  const { document, credentials } = spec;
  const unknown = new Set(url.searchParams.keys());
  const path: Record<string, unknown> = {};
  const query: Record<string, unknown> = {};
  for (const parameter of operation.parameters) {
    const { name, schema } = parameter;
    if (parameter.in === "path") path[name] = decodeValue(document, schema, [pathParameters[name] ?? ""]);
    if (parameter.in !== "query") continue;
    const { value, names } = queryValue(document, parameter, url.searchParams);
    for (const used of names) unknown.delete(used);
    if (value !== undefined) query[name] = value;
  }
  return {
    exchange,
    spec,
    operation,
    params: { path, query },
    unknown: [...unknown].filter((name) => !credentials.query.includes(name.toLowerCase())),
  };
}

/** An operation, and the values in its path. */
export interface Match {
  readonly spec: Spec;
  readonly operation: Operation;
  /** Decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The operation with this method and path. Of several, the one with the fewest path parameters. */
export function matchOperation(specs: readonly Spec[], method: string, url: URL): Match | undefined {
  const matches = specs.flatMap((spec) =>
    spec.operations.flatMap((operation): Match[] => {
      if (operation.method !== method.toUpperCase()) return [];
      const pathParameters = matchPath(spec.basePath + operation.path, url.pathname);
      return pathParameters ? [{ spec, operation, pathParameters }] : [];
    }),
  );
  const count = ({ pathParameters }: Match) => Object.keys(pathParameters).length;
  return matches.sort((a, b) => count(a) - count(b))[0];
}

function matchPath(template: string, pathname: string): Record<string, string> | undefined {
  const names: string[] = [];
  const pattern = template.split(/(\{[^}]+\})/).map((part) => {
    if (!part.startsWith("{")) return part.replace(/[\\^$.*+?()[\]|]/g, "\\$&");
    names.push(part.slice(1, -1));
    return "([^/]+)";
  });
  const found = new RegExp(`^${pattern.join("")}$`).exec(pathname);
  return found
    ? Object.fromEntries(names.map((name, index) => [name, decode(found[index + 1] ?? "")]))
    : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

const LISTED = 20;

function listOperations(specs: readonly Spec[]): string {
  const all = specs.flatMap(({ basePath, operations }) =>
    operations.map(({ method, path }) => `${method} ${basePath}${path}`),
  );
  const more = all.length > LISTED ? ` and ${all.length - LISTED} more` : "";
  return all.slice(0, LISTED).join(", ") + more;
}

/** The place of an exchange, for messages. */
export function placeOf(file: string, { index, entry }: Exchange): string {
  return `${file} entry ${index} (${requestLine(entry)})`;
}
