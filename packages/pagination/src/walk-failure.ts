import type { PaginationErrorReason } from "./pagination-error.ts";

/** Why the walk cannot go on, before the pager has added how far it came. */
export class WalkFailure extends Error {
  readonly reason: PaginationErrorReason;

  constructor(reason: PaginationErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** The list came back to where it was. */
export const repeated = (what: string): WalkFailure => new WalkFailure("repeat", what + INSTEAD);

export const INSTEAD = '; with onRepeat "stop" the list ends there, with "allow" it goes on';
