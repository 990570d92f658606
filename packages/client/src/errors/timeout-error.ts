import { UsagewireError } from "./usagewire-error.ts";

/** The option `timeout` ran out, be it while waiting for the answer or in its body. */
export class TimeoutError extends UsagewireError {
  static override readonly kind: string = "TimeoutError";

  /** The milliseconds that were allowed. */
  readonly timeout: number;
  /** What took too long: one attempt, or the call with all its attempts and the waits between them. */
  readonly scope: "attempt" | "total";

  constructor(operation: string, timeout: number, scope: "attempt" | "total") {
    const what = scope === "attempt" ? "no complete answer" : "not done, retries included,";
    super(`${operation}: ${what} within ${timeout} ms`);
    this.timeout = timeout;
    this.scope = scope;
  }
}
