import { PaginationError } from "./pagination-error.ts";
import { WalkFailure } from "./walk-failure.ts";

/** The error that the consumer sees; what is no failure of the walk, as a throwing callback, passes as it is. */
export function failWalk(
  failure: unknown,
  { signal, malformed }: { signal: AbortSignal | undefined; malformed: (message: string) => Error },
  progress: { cursor: string; pagesFetched: number; itemsYielded: number },
): unknown {
  if (signal?.aborted) {
    return new PaginationError("the walk was aborted", {
      ...progress,
      reason: "aborted",
      cause: signal.reason,
    });
  }
  if (!(failure instanceof WalkFailure)) return failure;
  const { reason } = failure;
  // The page that could not be had is the one after those that were; the others have been.
  const page = progress.pagesFetched + (reason === "request" || reason === "items" ? 1 : 0);
  const message = `page ${page}: ${failure.message}`;
  switch (reason) {
    case "request":
      return new PaginationError(message + because(failure.cause), {
        ...progress,
        reason,
        cause: failure.cause,
      });
    case "items":
    case "next":
      return new PaginationError(message, { ...progress, reason, cause: malformed(failure.message) });
    default:
      return new PaginationError(message, { ...progress, reason });
  }
}

/** Logs show an error's message and seldom its cause's. */
const because = (cause: unknown): string =>
  cause instanceof Error && cause.message !== "" ? `: ${cause.message}` : "";
