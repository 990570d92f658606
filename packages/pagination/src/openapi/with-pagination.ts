import { createPager } from "../create-pager.ts";
import type { ConcurrencyOption, PagerOptions } from "../options/pager-options.ts";
import type { PageRequest } from "../page.ts";
import type { Pager } from "../pager.ts";
import type { PagerConfig } from "../pager-config.ts";
import { canonicalQuery } from "../query/canonical-query.ts";
import { serializeQuery } from "../query/serialize-query.ts";
import type { QueryParams } from "../windows/cut-windows.ts";
import type { WindowRange } from "../windows/window-scheme.ts";
import { listQueries } from "./list-queries.ts";
import { type OperationTable, schemeOf } from "./operation-table.ts";
import { ResponseError } from "./response-error.ts";
import type { OperationsOf, WithPaginate } from "./types.ts";

/** What is used of an openapi-fetch client, or of anything that looks like one. */
export interface GetClient {
  GET(path: never, init: never): Promise<{ data?: unknown; error?: unknown; response: Response }>;
}

/** The arguments of `paginate`, as far as they matter when types have done their work. */
interface AnyInit extends PagerOptions, ConcurrencyOption {
  readonly window?: WindowRange | undefined;
  readonly params?: { readonly query?: QueryParams; readonly path?: QueryParams };
}

/**
 * Adds a typed `paginate` to an openapi-fetch client: `withPagination(createClient<paths>(), api.operations)`.
 * The client is not changed, and every page is one of its own `GET`s, so middleware sees each of them. An answer that is
 * not 2xx fails the walk with a `ResponseError` as its cause.
 *
 * The types come from the generated operation table. For a table of your own, write it `as const` and name the types:
 * `withPagination<paths, typeof operations>(client, operations)`.
 */
export function withPagination<Client extends GetClient, Operations extends object, Paths extends object>(
  client: Client,
  operations: Operations & { readonly "x-paths"?: Paths },
): Client & WithPaginate<Paths, Operations>;
export function withPagination<
  Paths extends object,
  Operations = OperationsOf<Paths>,
  Client extends GetClient = GetClient,
>(client: Client, operations: Operations): Client & WithPaginate<Paths, Operations>;
export function withPagination(client: GetClient, operations: OperationTable): object {
  return { ...client, paginate: (path: string, init?: AnyInit) => paginate(client, operations, path, init) };
}

function paginate(
  client: GetClient,
  operations: OperationTable,
  path: string,
  init: AnyInit = {},
): Pager<unknown> {
  const operation = `GET ${path}` as const;
  const scheme = schemeOf(operations, operation);
  // What is no option of the pager is one of the client's, and goes with every page.
  const {
    params = {},
    window,
    limit,
    maxPages,
    cursor,
    prefetch,
    concurrency,
    onRepeat,
    onProgress,
    signal,
    ...request
  } = init;
  // The overloads have checked path and init against the client's own types, which are not known here.
  const get = client.GET.bind(client) as (path: string, init: object) => ReturnType<GetClient["GET"]>;

  const config = {
    limit,
    maxPages,
    cursor,
    prefetch,
    concurrency,
    onRepeat,
    onProgress,
    signal,
    ...listQueries(operations[operation] ?? {}, params.query ?? {}, window),
    scheme,
    operation,
    binding: canonicalQuery(serializeQuery(params.path ?? {})),
    fetchPage: async ({ query, signal }: PageRequest) => {
      const page = await get(path, { ...request, params, signal, querySerializer: () => query });
      if (!page.response.ok) throw new ResponseError(page.response, page.error);
      return { body: page.data, response: page.response };
    },
  };
  // The types of `paginate` have checked what the scheme allows; here it is any.
  return createPager<unknown>(config as PagerConfig<unknown>);
}
