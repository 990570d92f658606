import type { Pager } from "@usagewire/pagination";
import type { ApiDescription } from "../api-description.ts";
import type { Calls, PagedItem } from "../client.ts";
import type { SuccessBody } from "../types/bodies.ts";
import type { InitArgs } from "../types/init.ts";
import type { LeanPaginateInit } from "../types/paginate-init.ts";
import type { DescriptionOf, OperationOf, PagedPath } from "../types/paths.ts";

/** A `Client` without windows. */
export interface LeanClient<Paths, Api extends ApiDescription, Given extends string>
  extends Calls<Paths, Api, Given> {
  /**
   * Walks a list as `Client` does, but whole: it cuts none by time.
   *
   * @throws TypeError when the client was not given the style in which the operation is paged.
   */
  paginate<P extends PagedPath<Paths, Api>>(
    path: P,
    ...args: InitArgs<LeanPaginateInit<OperationOf<Paths, "get", P>, DescriptionOf<Api, "get", P>, Given>>
  ): Pager<PagedItem<Paths, Api, P>, SuccessBody<OperationOf<Paths, "get", P>>>;
}
