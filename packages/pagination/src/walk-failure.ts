import type { PaginationErrorReason } from "./pagination-error.ts";

/** Why the walk cannot go on, before the pager has added how far it came. */
export class WalkFailure extends Error {
  readonly reason: PaginationErrorReason;

  constructor(reason: PaginationErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
