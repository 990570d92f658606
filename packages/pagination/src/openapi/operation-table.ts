import type { PaginationScheme } from "../scheme.ts";
import type { WindowScheme } from "../windows/window-scheme.ts";

/** What is read of an operation table, as `@usagewire/codegen` writes it; keyed by method and path template. */
export interface OperationTable {
  readonly [operation: `${string} ${string}`]: PagedOperation;
}

export interface PagedOperation {
  readonly pagination?: PaginationScheme | { readonly style: "none" };
  readonly window?: WindowScheme;
  readonly query?: { readonly [name: string]: { readonly arrayName?: string; readonly default?: unknown } };
}

/**
 * The scheme of an operation.
 *
 * @throws TypeError when it is not paged; the message names those that are.
 */
export function schemeOf(operations: OperationTable, operation: keyof OperationTable): PaginationScheme {
  const pagination = operations[operation]?.pagination;
  if (pagination !== undefined && pagination.style !== "none") return pagination;
  const paged = Object.entries(operations)
    .filter(([, { pagination: other }]) => (other?.style ?? "none") !== "none")
    .map(([key]) => key);
  throw new TypeError(`${operation} is not a paged operation; paged are ${paged.join(", ") || "none"}`);
}
