import {
  type ConcurrencyOption,
  createPager,
  type Pager,
  type PagerOptions,
  schemeOf,
  type WindowOption,
  windowParams,
} from "@usagewire/pagination";
import type { ApiDescription } from "./api-description.ts";
import { apiErrorFrom } from "./errors/api-error-from.ts";
import { MalformedResponseError } from "./errors/malformed-response-error.ts";
import { type AnyInit, type CallDefaults, prepareCall } from "./request/prepare-call.ts";
import { serializeQuery } from "./request/serialize-query.ts";
import type { Send } from "./send.ts";

/** `paginate` before its types: the pager over an operation's list, every page a call like any other. */
export const createPaginate =
  (api: ApiDescription, send: Send, defaults: CallDefaults) =>
  (
    path: string,
    init: AnyInit & PagerOptions & ConcurrencyOption & WindowOption = {},
  ): Pager<unknown, unknown> => {
    const { params, headers, body, retry, timeout, window, ...options } = init;
    const operation = `GET ${path}` as const;
    const scheme = schemeOf(api.operations, operation);
    const description = api.operations[operation] ?? {};
    const call = prepareCall(api, defaults, "GET", path, { params, headers, retry, timeout });

    return createPager<unknown, unknown>({
      ...options,
      scheme,
      operation,
      binding: call.path,
      query: call.query,
      windows:
        window &&
        windowParams(description, params?.query ?? {}, window).map((query) =>
          serializeQuery(query, description.query),
        ),
      malformed: (message) => new MalformedResponseError(`${operation}: ${message}`),
      fetchPage: async ({ query, signal }) => {
        const result = await send({ ...call, query, signal });
        if ("error" in result) throw apiErrorFrom(result.response, result.error);
        return {
          body: result.data,
          headers: result.response.headers,
          response: result.response,
        };
      },
    });
  };
