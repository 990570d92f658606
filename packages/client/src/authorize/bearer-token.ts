import type { Wire } from "../fetch.ts";
import { header } from "./header.ts";
import { checkCredential } from "./with-header.ts";

/**
 * Bearer authentication (RFC 6750) by a token that stays the same; `bearer` also fetches tokens.
 *
 * @throws TypeError when the token is no text or empty.
 */
export function bearerToken(token: string): Wire {
  checkCredential("bearer(token): the token", token);
  return header("Authorization", `Bearer ${token}`);
}
