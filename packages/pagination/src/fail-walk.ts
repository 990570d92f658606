import type { List } from "./list.ts";
import { PaginationError } from "./pagination-error.ts";
import { WalkFailure } from "./walk-failure.ts";

/** The error that the consumer sees; what is no failure of the walk, as a throwing callback, passes as it is. */
export function failWalk<Body>(
  failure: unknown,
  { signal, malformed = (message) => new Error(message) }: List<Body>,
  progress: { cursor: string; pagesFetched: number; itemsYielded: number },
): unknown {
  if (signal?.aborted) {
    const details = { ...progress, reason: "aborted", cause: signal.reason } as const;
    return new PaginationError("the walk was aborted", details);
  }
  if (!(failure instanceof WalkFailure)) return failure;
  const { reason, message, cause } = failure;
  // The page that could not be had is the one after those that were; the others have been.
  const page = progress.pagesFetched + (reason === "request" || reason === "items" ? 1 : 0);
  // Logs show an error's message and seldom its cause's.
  const because = cause instanceof Error && cause.message !== "" ? `: ${cause.message}` : "";
  return new PaginationError(`page ${page}: ${message}${because}`, {
    ...progress,
    reason,
    ...(reason === "request" ? { cause } : reason !== "repeat" && { cause: malformed(message) }),
  });
}
