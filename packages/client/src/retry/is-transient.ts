import { ConnectionError } from "../errors/connection-error.ts";
import { MalformedResponseError } from "../errors/malformed-response-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

export const isTransientStatus = (status: number): boolean => transientStatuses.has(status);

/**
 * Whether the next attempt may fare better: no complete answer, or one whose JSON is broken, as a proxy leaves it that
 * cuts an answer and closes it properly.
 */
export const isTransientError = (error: unknown): boolean =>
  ConnectionError.is(error) ||
  (TimeoutError.is(error) && error.scope === "attempt") ||
  (MalformedResponseError.is(error) && error.cause instanceof SyntaxError);
