import { describe, mismatch } from "../check.ts";
import { WalkFailure } from "../errors.ts";
import type { PageContent, ResponseReader } from "../response.ts";
import type { NextStep } from "./style.ts";

/**
 * What follows a page that names the next one by a link or token; the position is that text. The list ends if it is missing,
 * null or empty, or if `hasMore` is false. An empty page does not end it.
 *
 * @param name the expression that `next` was read with, for messages
 */
export function followNext(
  { body, headers }: PageContent,
  reader: ResponseReader,
  next: unknown,
  name: string,
): NextStep {
  const hasMore = reader.hasMore(body, headers);
  if (hasMore === false) return {};
  if ((next ?? "") === "") {
    if (hasMore === undefined) return {};
    return nextFailure(
      `the page says there are more, but ${name} is ${next === "" ? "empty" : describe(next)}`,
    );
  }
  // A rounded token, or one with a replaced character, leads elsewhere: records would be lost or repeated.
  if (typeof next === "number" && !(Math.abs(next) < 2 ** 53)) {
    return nextFailure(
      `${name} is a number beyond 2^53, which may have been rounded; parse the body so that it is a string or a bigint`,
    );
  }
  if (!["string", "number", "bigint"].includes(typeof next)) {
    return nextFailure(mismatch(name, next, "a string or null"));
  }
  const position = String(next);
  if (!/\p{Surrogate}/u.test(position)) return { position };
  return nextFailure(`${name} has half of a surrogate pair, which cannot be sent`);
}

/** The page does not say where the list continues. */
export const nextFailure = (message: string): NextStep => ({ failure: new WalkFailure("next", message) });
