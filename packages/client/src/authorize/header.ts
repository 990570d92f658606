import type { Wire } from "../fetch.ts";
import { checkCredential, withHeader } from "./with-header.ts";

/**
 * Authorises each request with a header of its own, such as `header("X-Api-Key", key)`.
 *
 * @throws TypeError when the value is empty or missing.
 */
export function header(name: string, value: string): Wire {
  checkCredential(`header(${JSON.stringify(name)}, value): the value`, value);
  return (next) => (request) => next(withHeader(request, name, value));
}
