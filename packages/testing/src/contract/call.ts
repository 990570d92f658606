import { type Match, matchOperation } from "./match-operation.ts";
import type { Parameter } from "./operation.ts";
import type { Exchange } from "./recording.ts";
import { requestLine } from "./recording.ts";
import type { Spec } from "./spec.ts";
import { fromWire } from "./wire-value.ts";

/** A recorded exchange as the call of a client that makes it. */
export interface Call {
  readonly exchange: Exchange;
  readonly match: Match;
  readonly params: {
    readonly path: Readonly<Record<string, unknown>>;
    readonly query: Readonly<Record<string, unknown>>;
  };
  /** Names on the wire that the operation does not describe. */
  readonly undocumented: readonly string[];
}

/** @throws Error when no operation of the specs has this method and path. */
export function toCall(specs: readonly Spec[], exchange: Exchange): Call {
  const { request } = exchange.entry;
  const url = new URL(request.url);
  const match = matchOperation(specs, request.method, url);
  if (match === undefined) {
    const known = specs.flatMap(({ operations }) => operations.map(({ key }) => key)).join(", ");
    throw new Error(`${requestLine(exchange.entry)} is a call of no operation. Described: ${known}`);
  }
  const { spec, operation, pathParameters } = match;
  const names = new Set(url.searchParams.keys());
  const path = operation.parameters
    .filter((parameter) => parameter.in === "path")
    .map((parameter) => [
      parameter.name,
      fromWire(spec.document, parameter, [pathParameters[parameter.name] ?? ""], false),
    ]);
  const query = operation.parameters.flatMap((parameter) => {
    const given = parameter.in === "query" ? queryValue(spec, parameter, url) : undefined;
    names.delete(parameter.name);
    names.delete(parameter.arrayName ?? parameter.name);
    return given === undefined ? [] : [[parameter.name, given] as const];
  });
  const undocumented = [...names].filter((name) => !spec.credentials.query.includes(name.toLowerCase()));
  return {
    exchange,
    match,
    params: { path: Object.fromEntries(path), query: Object.fromEntries(query) },
    undocumented,
  };
}

function queryValue({ document }: Spec, parameter: Parameter, url: URL): unknown {
  const single = url.searchParams.getAll(parameter.name);
  if (single.length > 0) return fromWire(document, parameter, single, false);
  const several = parameter.arrayName === undefined ? [] : url.searchParams.getAll(parameter.arrayName);
  return several.length > 0 ? fromWire(document, parameter, several, true) : undefined;
}
