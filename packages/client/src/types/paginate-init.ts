import type { PagerOptions } from "@usagewire/pagination";
import type { OperationDescription } from "../api-description.ts";
import type { Init } from "./init.ts";

/** What `paginate` takes: the parameters of the operation, which hold for every page, and the pager's options. */
export type PaginateInit<Operation, Description extends OperationDescription, Given extends string> = Init<
  Operation,
  Description,
  Given
> &
  Omit<PagerOptions, "signal">;
