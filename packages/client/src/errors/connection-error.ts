import { UsagewireError } from "./usagewire-error.ts";

/** No complete answer came: refused, reset, or cut in the middle of the body. `cause` is what the platform threw. */
export class ConnectionError extends UsagewireError {
  static override readonly kind: string = "ConnectionError";
}
