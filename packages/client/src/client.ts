import type { ItemAt, Pager } from "@usagewire/pagination";
import type { ApiDescription } from "./api-description.ts";
import type { SuccessBody } from "./types/bodies.ts";
import type { Init, InitArgs, Params } from "./types/init.ts";
import type { ListWindow, PaginateInit, WindowsInit } from "./types/paginate-init.ts";
import type { DescriptionOf, Method, OperationOf, PagedPath, PathWith, WindowedPath } from "./types/paths.ts";
import type { Result } from "./types/result.ts";

type Call<Paths, Api extends ApiDescription, Given extends string, M extends Method> = <
  P extends PathWith<Paths, M>,
>(
  path: P,
  ...args: InitArgs<Init<OperationOf<Paths, M, P>, DescriptionOf<Api, M, P>, Given>>
) => Promise<Result<OperationOf<Paths, M, P>>>;

/**
 * The calls of a client of one API. They resolve with `{ data, error, response }`, also for answers outside 2xx. They reject with
 * `ConnectionError`, `TimeoutError`, `MalformedResponseError`, the reason of an aborted signal, or, before anything is sent, a
 * `TypeError` about the arguments.
 */
export interface Calls<Paths, Api extends ApiDescription, Given extends string> {
  GET: Call<Paths, Api, Given, "get">;
  POST: Call<Paths, Api, Given, "post">;
  PUT: Call<Paths, Api, Given, "put">;
  PATCH: Call<Paths, Api, Given, "patch">;
  DELETE: Call<Paths, Api, Given, "delete">;
}

/**
 * A typed client of one API. `Paths` is what openapi-typescript writes, `Api` the operation table beside it, and
 * `Given` names the path parameters that the client's own options fill.
 */
export interface Client<Paths, Api extends ApiDescription, Given extends string>
  extends Calls<Paths, Api, Given> {
  /**
   * Walks a list: iterate the pager for its records, `pages()` for its pages. Wrong options throw at once; a
   * failure on the way is a `PaginationError` whose `cause` is what the call rejected with, or an `ApiError`.
   */
  paginate<P extends PagedPath<Paths, Api>>(
    path: P,
    ...args: InitArgs<PaginateInit<OperationOf<Paths, "get", P>, DescriptionOf<Api, "get", P>, Given>>
  ): Pager<PagedItem<Paths, Api, P>, SuccessBody<OperationOf<Paths, "get", P>>>;
  /**
   * Cuts a list by time into windows that a job queue can hand to many machines, in the order in which `paginate` would
   * walk them. Each is plain JSON, and `paginate(path, { params })` walks it.
   *
   * @throws TypeError or RangeError when the range cannot be cut so; the message names what is accepted.
   */
  windows<P extends WindowedPath<Paths, Api>>(
    path: P,
    init: WindowsInit<OperationOf<Paths, "get", P>, DescriptionOf<Api, "get", P>, Given>,
  ): ListWindow<P, Params<OperationOf<Paths, "get", P>, DescriptionOf<Api, "get", P>, Given>>[];
}

/** The record type of a paged path: what its items pointer names in the body. */
export type PagedItem<Paths, Api extends ApiDescription, P extends PathWith<Paths, "get">> = ItemAt<
  SuccessBody<OperationOf<Paths, "get", P>>,
  ItemsPointer<DescriptionOf<Api, "get", P>>
>;

type ItemsPointer<Description> = Description extends {
  readonly pagination: { readonly items: infer Pointer extends string };
}
  ? Pointer
  : never;
