import type { Wire } from "../fetch.ts";
import { header } from "./header.ts";
import { checkCredential } from "./with-header.ts";

/**
 * HTTP Basic authentication (RFC 7617, UTF-8): an account SID and auth token, or an API key and its secret.
 *
 * @throws TypeError when one of them is empty or missing, or the user holds a colon, which Basic cannot carry.
 */
export function basic(user: string, password: string): Wire {
  checkCredential("basic(user, password): the user", user);
  checkCredential("basic(user, password): the password", password);
  if (user.includes(":")) throw new TypeError("basic(user, password): the user must not contain a colon");
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return header("Authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
}
