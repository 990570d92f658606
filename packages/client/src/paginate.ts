import {
  type ConcurrencyOption,
  type createPager,
  type PageRequest,
  type Pager,
  type PagerConfig,
  type PagerOptions,
  schemeOf,
  type WindowOption,
  type WindowRange,
} from "@usagewire/pagination";
import type { ApiDescription, OperationDescription } from "./api-description.ts";
import { apiErrorFrom } from "./errors/api-error-from.ts";
import { MalformedResponseError } from "./errors/malformed-response-error.ts";
import { checkKeys } from "./request/check-keys.ts";
import { type AnyInit, type CallDefaults, prepareCall } from "./request/prepare-call.ts";
import type { Send } from "./send.ts";

const pagerOptions = [
  ...["limit", "maxPages", "cursor", "prefetch", "concurrency", "window", "signal", "onRepeat", "onProgress"],
  ...["params", "headers", "retry", "timeout"],
];

/** The raw queries of the parts that a list is cut into. */
export type CutQuery = (
  description: OperationDescription,
  query: Readonly<Record<string, unknown>>,
  window: WindowRange,
) => string[];

export interface PaginateFeatures {
  readonly createPager: typeof createPager;
  readonly cutQuery: CutQuery;
}

/** `paginate` before its types: the pager over an operation's list, every page a call like any other. */
export const createPaginate =
  (api: ApiDescription, send: Send, defaults: CallDefaults, { createPager, cutQuery }: PaginateFeatures) =>
  (
    path: string,
    init: AnyInit & PagerOptions & ConcurrencyOption & WindowOption = {},
  ): Pager<unknown, unknown> => {
    const { params, headers, body, retry, timeout, window, ...options } = init;
    const operation = `GET ${path}` as const;
    checkKeys(`paginate ${path}`, options, pagerOptions);
    const scheme = schemeOf(api.operations, operation);
    const call = prepareCall(api, defaults, "GET", path, { params, headers, retry, timeout });

    const config = {
      ...options,
      scheme,
      operation,
      binding: call.path,
      query: call.query,
      windows: window && cutQuery(api.operations[operation] ?? {}, params?.query ?? {}, window),
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
    // The types of `paginate` have checked what the operation allows; here it is any.
    return createPager<unknown, unknown>(config as PagerConfig<unknown>);
  };
