import type { Pager } from "../pager.ts";
import type { ItemAt } from "../types/item-at.ts";
import type { OptionsFor } from "./options-for.ts";

/** What `withPagination` adds to a client. */
export interface WithPaginate<Paths, Operations> {
  /**
   * Walks a list: its records, or with `.pages()` its pages. `params` hold for every page, and so does whatever else the
   * client's `GET` takes.
   *
   * @throws TypeError or RangeError at once when an option cannot be meant; PaginationError when the cursor is not for
   * this list.
   */
  paginate<P extends PagedPath<Paths, Operations>>(
    path: P,
    ...init: PaginateArgs<PaginateInit<OperationAt<Paths, P>, DescriptionAt<Operations, P>>>
  ): Pager<
    ItemAt<SuccessBody<OperationAt<Paths, P>>, ItemsPointer<Operations, P>>,
    SuccessBody<OperationAt<Paths, P>>
  >;
}

/** The paths whose GET answers with a list that a pager can walk. */
export type PagedPath<Paths, Operations> = {
  [P in keyof Paths & string]: ItemsPointer<Operations, P> extends never ? never : P;
}[keyof Paths & string];

/** The pointer to the records of a path's GET; `never` where it is not paged. */
export type ItemsPointer<Operations, P extends string> = Operations extends {
  readonly [K in `GET ${P}`]: { readonly pagination: { readonly items: infer Pointer extends string } };
}
  ? Pointer
  : never;

/** The GET of a path, as openapi-typescript writes it. */
export type OperationAt<Paths, P extends keyof Paths> = Paths[P] extends { readonly get: infer Operation }
  ? Operation
  : never;

/** The JSON body of a successful answer. */
export type SuccessBody<Operation> = Operation extends { responses: infer Responses }
  ? Json<Responses[keyof Responses & (200 | 206 | "2XX")]>
  : never;

type Json<Response> = Response extends { content: infer Content }
  ? Content[keyof Content & (`${string}/json` | `${string}+json`)]
  : never;

/** What the operation table says of a path's GET. */
export type DescriptionAt<Operations, P extends string> = Operations extends {
  readonly [K in `GET ${P}`]: infer Description;
}
  ? Description
  : never;

/** The pager's options beside the operation's parameters and the client's own options of a request. */
export type PaginateInit<Operation, Description> = ParamsOf<Operation> &
  OptionsFor<Description> &
  Omit<RequestInit, "body" | "headers" | "method" | "signal" | "window"> & {
    headers?:
      | RequestInit["headers"]
      | Record<string, string | number | boolean | null | undefined>
      | undefined;
  };

/** The argument may be left out when nothing in it is required. */
export type PaginateArgs<Init> = object extends Init ? [init?: Init] : [init: Init];

type ParamsOf<Operation> = Operation extends { parameters: infer Params }
  ? object extends Params
    ? { params?: Params }
    : { params: Params }
  : { params?: { query?: Record<string, unknown> } };

/** The operation table that a generated `paths` carries. */
export type OperationsOf<Paths> = Paths extends { readonly "x-api"?: infer Api }
  ? NonNullable<Api> extends { readonly operations: infer Operations }
    ? Operations
    : never
  : never;
