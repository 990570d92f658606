import { type WindowRange, windowParams } from "@usagewire/pagination";
import type { ApiDescription, OperationDescription, ParameterDescriptions } from "./api-description.ts";
import type { CutQuery } from "./paginate.ts";
import type { AnyInit } from "./request/prepare-call.ts";
import { serializeQuery } from "./request/serialize-query.ts";
import { serializeValue } from "./request/serialize-value.ts";

/** `windows` before its types. */
export const createWindows =
  (api: ApiDescription) =>
  (path: string, init: Partial<AnyInit & { window: WindowRange }> = {}) => {
    const { params = {}, window } = init;
    if (window === undefined) throw new TypeError("windows: window is missing; give { from, to }");
    const description: OperationDescription = api.operations[`GET ${path}`] ?? {};
    return windowParams(description, params.query ?? {}, window).map((query) => ({
      path,
      params: {
        ...params,
        ...(params.path && { path: plain(params.path, description.path) }),
        query: plain(query, description.query),
      },
    }));
  };

/** The raw queries of the parts that a window is cut into. */
export const cutQuery: CutQuery = (description, query, window) =>
  windowParams(description, query, window).map((part) => serializeQuery(part, description.query));

/** Parameters as JSON keeps them: dates as the text that goes on the wire. */
function plain(values: Readonly<Record<string, unknown>>, parameters: ParameterDescriptions = {}) {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    value instanceof Date ? serializeValue(name, value, parameters[name]?.format) : value,
  ]);
  return Object.fromEntries(entries);
}
