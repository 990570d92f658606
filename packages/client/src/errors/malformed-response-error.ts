import { UsagewireError } from "./usagewire-error.ts";

/** A 2xx answer whose body is not JSON, or not of the documented shape where the pager reads it. */
export class MalformedResponseError extends UsagewireError {
  static override readonly kind: string = "MalformedResponseError";
}
