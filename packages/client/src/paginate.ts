import { createPager, type Pager, type PagerOptions, type PaginationScheme } from "@usagewire/pagination";
import type { ApiDescription, Operations } from "./api-description.ts";
import { apiErrorFrom } from "./errors/api-error-from.ts";
import { MalformedResponseError } from "./errors/malformed-response-error.ts";
import { type AnyInit, type ClientDefaults, prepareCall } from "./request/prepare-call.ts";
import type { Send } from "./send.ts";

/** `paginate` before its types: the pager over an operation's list, every page a call like any other. */
export const createPaginate =
  (api: ApiDescription, send: Send, defaults: ClientDefaults | undefined) =>
  (path: string, init: AnyInit & PagerOptions = {}): Pager<unknown, unknown> => {
    const { params, headers, body, ...options } = init;
    const operation = `GET ${path}` as const;
    const scheme = schemeOf(api, operation);
    const call = prepareCall(api, defaults, "GET", path, { params, headers });

    return createPager<unknown, unknown>({
      ...options,
      scheme,
      operation,
      binding: call.path,
      query: call.query,
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

function schemeOf(api: ApiDescription, operation: keyof Operations): PaginationScheme {
  const pagination = api.operations[operation]?.pagination;
  if (pagination !== undefined && pagination.style !== "none") return pagination;
  const paged = Object.entries(api.operations)
    .filter(([, { pagination: other }]) => other !== undefined && other.style !== "none")
    .map(([key]) => key);
  throw new TypeError(
    `${operation} is not a paged operation of this API; paged are ${paged.join(", ") || "none"}`,
  );
}
