import { serializeQuery } from "../query/serialize-query.ts";
import { cutWindows, type QueryParams } from "../windows/cut-windows.ts";
import type { WindowRange } from "../windows/window-scheme.ts";
import type { PagedOperation } from "./operation-table.ts";

/** The raw queries that a walk starts from: the caller's own, and with a window those of the parts. */
export interface ListQueries {
  readonly query: string;
  readonly windows: string[] | undefined;
}

/** @throws TypeError when the operation cannot be cut; what `cutWindows` throws. */
export function listQueries(
  operation: PagedOperation,
  query: QueryParams,
  window: WindowRange | undefined,
): ListQueries {
  const serialize = (params: QueryParams) =>
    serializeQuery(params, (name) => operation.query?.[name]?.arrayName ?? name);
  return {
    query: serialize(query),
    windows: window === undefined ? undefined : windowParams(operation, query, window).map(serialize),
  };
}

/** The query parameters of each window, as plain data, in the order of the walk. */
export function windowParams(
  operation: PagedOperation,
  query: QueryParams,
  window: WindowRange,
): QueryParams[] {
  if (operation.window === undefined)
    throw new TypeError("window is given, but this list cannot be cut by time");
  const defaults = Object.fromEntries(
    Object.entries(operation.query ?? {}).map(([name, described]) => [name, described.default]),
  );
  return cutWindows(operation.window, window, { query, defaults });
}
