import type { ContentfulStatusCode } from "hono/utils/http-status";
import { Refusal } from "../http/refusal.ts";

/** A refusal with Onomondo's error body: one code in snake case. The codes themselves are undocumented. */
export const onomondoError = (
  status: ContentfulStatusCode,
  code: string,
  headers?: Readonly<Record<string, string>>,
): Refusal => new Refusal(status, { error: code }, headers);
