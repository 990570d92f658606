import {
  createPagerOf,
  cutWindows,
  type PageRequest,
  type Pager,
  type PagerConfig,
  type PagerOptions,
  type PaginationScheme,
  type PagingStyle,
  type WindowRange,
} from "@usagewire/pagination";
import { type ConcurrencyOption, pagerOptions, type WindowOption } from "@usagewire/pagination/internal";
import type { ApiDescription, OperationDescription, ParameterDescriptions } from "./api-description.ts";
import { apiErrorFrom } from "./api-error.ts";
import { MalformedResponseError } from "./errors.ts";
import { checkKeys } from "./options.ts";
import { type CallDefaults, type CallInit, checkParams, prepareCall, serializeParams } from "./request.ts";
import type { Send } from "./send.ts";
import { isDate, serializeValue } from "./serialize.ts";

const paginateOptions = [...Object.keys(pagerOptions), "params", "headers", "retry", "timeout"];

/** Creates `paginate` for any operation: a pager over its list, with a call for every page. */
export const createPaginate =
  (api: ApiDescription, styles: readonly PagingStyle[], send: Send, defaults: CallDefaults) =>
  (
    path: string,
    init: CallInit & PagerOptions & ConcurrencyOption & WindowOption = {},
  ): Pager<unknown, unknown> => {
    const { params, headers, retry, timeout, window, ...options } = init;
    const operation = `GET ${path}` as const;
    checkKeys(`paginate ${path}`, init, paginateOptions);
    const scheme = schemeOf(api, operation);
    const style = styles.find(({ name }) => name === scheme.style);
    if (style === undefined)
      throw new TypeError(`${operation}: the client was created without the paging style ${scheme.style}`);
    const call = prepareCall(api, defaults, "GET", path, { params, headers, retry, timeout });

    const config = {
      ...options,
      scheme,
      operation,
      binding: call.path,
      query: call.query,
      windows: window && cutQueries(api, operation, params, window),
      malformed: (message: string) => new MalformedResponseError(`${operation}: ${message}`),
      fetchPage: async ({ query, signal }: PageRequest) => {
        const result = await send({ ...call, query, signal });
        if ("error" in result) throw apiErrorFrom(result.response, result.error);
        return {
          body: result.data,
          headers: result.response.headers,
          response: result.response,
        };
      },
    };
    // The types of `paginate` allow only what the operation supports; here the operation is unknown.
    return createPagerOf<unknown, unknown>(style, config as PagerConfig<unknown>);
  };

/** Creates `windows` for any operation. */
export const createWindows =
  (api: ApiDescription) =>
  (path: string, init: Partial<CallInit & WindowOption> = {}) => {
    checkKeys(`windows ${path}`, init, ["params", "window"]);
    const { params = {}, window } = init;
    checkParams(`GET ${path}`, params, api.operations[`GET ${path}`]);
    if (window === undefined)
      throw new TypeError(`windows ${path}: window is missing; set window: { from, to }`);
    const { path: pathParameters, query: queryParameters } = api.operations[`GET ${path}`] ?? {};
    return cut(api, `GET ${path}`, params.query, window).map((query) => ({
      path,
      params: {
        ...params,
        ...(params.path && { path: toJson(params.path, pathParameters) }),
        query: toJson(query, queryParameters),
        ...(params.extraQuery && { extraQuery: toJson(params.extraQuery) }),
      },
    }));
  };

/**
 * The pagination scheme of an operation.
 *
 * @throws TypeError if it is not paged; the message names the operations that are.
 */
function schemeOf({ operations }: ApiDescription, operation: `GET ${string}`): PaginationScheme {
  const pagination = operations[operation]?.pagination;
  if (pagination !== undefined && pagination.style !== "none") return pagination;
  const paged = Object.entries(operations)
    .filter(([, { pagination: other }]) => (other?.style ?? "none") !== "none")
    .map(([key]) => key);
  throw new TypeError(
    `${operation} is not a paged operation; paged operations are ${paged.join(", ") || "none"}`,
  );
}

/**
 * The query parameters of each window of a list, in the order of the walk.
 *
 * @throws TypeError if the list cannot be cut by time, or `cutWindows` does.
 */
function cut(
  { operations }: ApiDescription,
  operation: `GET ${string}`,
  query: Readonly<Record<string, unknown>> = {},
  window: WindowRange,
) {
  const { window: scheme, query: parameters = {} }: OperationDescription = operations[operation] ?? {};
  if (scheme === undefined)
    throw new TypeError(`${operation} does not support window: its list cannot be cut by time`);
  const defaults = Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]),
  );
  return cutWindows(scheme, window, { query, defaults });
}

/** The query strings of each window. */
const cutQueries = (
  api: ApiDescription,
  operation: `GET ${string}`,
  params: CallInit["params"],
  window: WindowRange,
): string[] =>
  cut(api, operation, params?.query, window).map((query) =>
    serializeParams({ ...params, query }, api.operations[operation]),
  );

/** Parameters as JSON: dates become the text that is sent. */
function toJson(values: Readonly<Record<string, unknown>>, parameters: ParameterDescriptions = {}) {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    isDate(value) ? serializeValue(name, value, parameters[name]?.format) : value,
  ]);
  return Object.fromEntries(entries);
}
