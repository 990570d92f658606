/**
 * Why a walk failed: `request`, the page could not be had; `items`, it holds no array of records; `next`, it does not
 * say where the list goes on; `repeat`, the list goes in a circle; `cursor`, the given cursor is not for this walk;
 * `aborted`, the signal did it.
 */
export type PaginationErrorReason = "request" | "items" | "next" | "repeat" | "cursor" | "aborted";

export interface PaginationErrorDetails {
  readonly reason: PaginationErrorReason;
  readonly cursor: string;
  readonly pagesFetched: number;
  readonly itemsYielded: number;
  readonly cause?: unknown;
  readonly items?: readonly unknown[];
}

const MARKER = /* @__PURE__ */ Symbol.for("@usagewire/pagination.PaginationError");

/**
 * A walk that could not go on. What it yielded before stands; a new pager from `cursor` yields exactly the rest.
 * `cause` is what `fetchPage` rejected with, or the abort signal's reason.
 */
export class PaginationError extends Error {
  override readonly name = "PaginationError";
  declare readonly reason: PaginationErrorReason;
  /** The position after the last record handed out; with reason `cursor`, the cursor that was refused. */
  declare readonly cursor: string;
  /** Pages read before the failure. */
  declare readonly pagesFetched: number;
  /** Records handed out before the failure. */
  declare readonly itemsYielded: number;
  /** The records that `toArray()` had gathered; those of a loop are with the loop. */
  declare readonly items?: readonly unknown[];

  constructor(message: string, details: PaginationErrorDetails) {
    super(message, details);
    Object.assign(this, details);
    Object.defineProperty(this, MARKER, { value: true });
  }

  /** Whether the value is a `PaginationError`, of this copy of the package or of another. */
  static is(value: unknown): value is PaginationError {
    return typeof value === "object" && value !== null && MARKER in value;
  }
}
