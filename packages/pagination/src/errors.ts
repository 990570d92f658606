/**
 * Why a walk failed:
 *
 * - `request`: a page could not be fetched, or its body could not be read.
 * - `items`: a page has no array of records where the scheme says.
 * - `next`: a page does not say where the list continues.
 * - `repeat`: the list returned to a page that was already read.
 * - `cursor`: the given cursor is damaged or belongs to another list.
 * - `aborted`: the option `signal` was aborted.
 */
export type PaginationErrorReason = "request" | "items" | "next" | "repeat" | "cursor" | "aborted";

/** The properties of a {@link PaginationError}. */
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
 * A walk that failed. The records it yielded before are valid, and a new pager with `cursor` yields exactly the rest.
 * `cause` is what `fetchPage` rejected with, or the reason of the aborted signal.
 *
 * @example
 * ```ts
 * import { PaginationError, type Pager } from "@usagewire/pagination";
 *
 * declare const pager: Pager<{ bytes: number }>;
 * declare function saveCursor(cursor: string): Promise<void>;
 *
 * try {
 *   for await (const record of pager) console.log(record.bytes);
 * } catch (error) {
 *   if (!PaginationError.is(error)) throw error;
 *   console.error(`${error.reason} after ${error.itemsYielded} records: ${error.message}`);
 *   await saveCursor(error.cursor);
 * }
 * ```
 */
export class PaginationError extends Error {
  override readonly name = "PaginationError";
  /** Why the walk failed. */
  declare readonly reason: PaginationErrorReason;
  /** The position after the last record that was yielded; with reason `cursor`, the cursor that was refused. */
  declare readonly cursor: string;
  /** Pages read before the failure. */
  declare readonly pagesFetched: number;
  /** Records yielded before the failure. */
  declare readonly itemsYielded: number;
  /** The records that `toArray()` had collected. Not set for a loop, which has its records. */
  declare readonly items?: readonly unknown[];

  constructor(message: string, details: PaginationErrorDetails) {
    super(message, details);
    Object.assign(this, details);
    Object.defineProperty(this, MARKER, { value: true });
  }

  /** Returns whether a value is a `PaginationError`, also one of another copy of this package. */
  static is(value: unknown): value is PaginationError {
    return typeof value === "object" && value !== null && MARKER in value;
  }
}

/** Why a walk cannot continue. The pager makes a {@link PaginationError} of it, which knows how far the walk came. */
export class WalkFailure extends Error {
  readonly reason: PaginationErrorReason;

  constructor(reason: PaginationErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** The list returned to a page that was already read. */
export const repeatFailure = (what: string): WalkFailure => new WalkFailure("repeat", what + ON_REPEAT_HINT);

/** What a caller can do about pages that repeat. */
export const ON_REPEAT_HINT = '; set onRepeat to "stop" to end the list here, or to "allow" to continue';

/** How far a walk came. */
export interface WalkProgress {
  readonly cursor: string;
  readonly pagesFetched: number;
  readonly itemsYielded: number;
}

/** @param malformed makes the `cause` if the body is to blame. */
export function toPaginationError(
  { reason, message, cause }: WalkFailure,
  progress: WalkProgress,
  malformed: (message: string) => Error,
): PaginationError {
  // A page that could not be read is the one after those that were counted.
  const page = progress.pagesFetched + (reason === "request" || reason === "items" ? 1 : 0);
  // Logs show the message of an error and seldom that of its cause.
  // By its shape: an error of another realm, as in Jest, is no instance of our Error.
  const { message: reasonText }: { message?: unknown } = Object(cause);
  const because = typeof reasonText === "string" && reasonText !== "" ? `: ${reasonText}` : "";
  return new PaginationError(`page ${page}: ${message}${because}`, {
    ...progress,
    reason,
    ...(reason === "request" ? { cause } : reason !== "repeat" && { cause: malformed(message) }),
  });
}
