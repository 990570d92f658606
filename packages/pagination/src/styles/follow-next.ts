import { describe, mismatch } from "../answer/describe.ts";
import type { ReadAnswer } from "../answer/read-answer.ts";
import type { Readers } from "../answer/readers.ts";
import { WalkFailure } from "../walk-failure.ts";
import type { Following } from "./style.ts";

/**
 * What a page that carries a next link or token is followed by: the position is that text. Absent, null and empty end the
 * list, and so does `hasMore: false`; an empty page with a next one goes on.
 */
export function followNext(
  { body, headers }: ReadAnswer,
  readers: Readers,
  next: unknown,
  name: string,
): Following {
  const hasMore = readers.hasMore(body, headers);
  if (hasMore === false) return {};
  if ((next ?? "") === "") {
    if (hasMore === undefined) return {};
    return lost(`the page says that there is more, but ${name} is ${next === "" ? "empty" : describe(next)}`);
  }
  if (typeof next === "string" || typeof next === "number") return { position: String(next) };
  return lost(mismatch(name, next, "a string or null"));
}

export const lost = (problem: string): Following => ({ failure: new WalkFailure("next", problem) });
