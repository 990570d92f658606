import type { OptionsFor, WindowRange } from "@usagewire/pagination";
import type { OperationDescription } from "../api-description.ts";
import type { Init, ParamsInit } from "./init.ts";

/**
 * What `paginate` takes: the parameters of the operation, which hold for every page, and the pager's options, `window` and
 * `concurrency` only where the operation allows them.
 */
export type PaginateInit<Operation, Description extends OperationDescription, Given extends string> = Init<
  Operation,
  Description,
  Given
> &
  OptionsFor<Description>;

/** What `paginate` of a lean client takes. */
export type LeanPaginateInit<
  Operation,
  Description extends OperationDescription,
  Given extends string,
> = Init<Operation, Description, Given> & OptionsFor<{ readonly pagination: Description["pagination"] }>;

/** What `windows` takes. */
export type WindowsInit<
  Operation,
  Description extends OperationDescription,
  Given extends string,
> = ParamsInit<Operation, Description, Given> & {
  /** The range of time to cut; `by` defaults to the longest windows that the provider allows. */
  window: WindowRange;
};

/** A part of a list, as plain JSON: what `paginate` takes to walk it, on this machine or another. */
export interface ListWindow<P, Params> {
  readonly path: P;
  readonly params: Params;
}
