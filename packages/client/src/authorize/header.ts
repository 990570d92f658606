import type { Wire } from "../fetch.ts";
import { withHeader } from "./with-header.ts";

/** Authorises each request with a header of its own, such as `header("X-Api-Key", key)`. */
export const header =
  (name: string, value: string): Wire =>
  (next) =>
  (request) =>
    next(withHeader(request, name, value));
