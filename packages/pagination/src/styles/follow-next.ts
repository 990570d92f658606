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
  if (typeof next === "string" || typeof next === "number") return { position: String(next) };
  return nextFailure(mismatch(name, next, "a string or null"));
}

/** The page does not say where the list continues. */
export const nextFailure = (message: string): NextStep => ({ failure: new WalkFailure("next", message) });
