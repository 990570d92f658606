import { describe } from "../answer/describe.ts";
import type { Readers } from "../answer/readers.ts";
import { type ArrivedPage, END, type Following } from "./style.ts";

/**
 * What a page that carries a next link or token is followed by. Absent, null and empty end the list, and so does
 * `hasMore: false`; an empty page with a next one goes on.
 */
export function followNext(
  page: ArrivedPage,
  readers: Readers,
  next: unknown,
  name: string,
  follow: (next: string) => Following,
): Following {
  const hasMore = readers.hasMore(page.body, page.headers);
  if (hasMore === false) return END;
  if (typeof next === "string" && next !== "") return follow(next);
  if (typeof next === "number") return follow(String(next));
  if (next !== undefined && next !== null && next !== "") {
    return lost(`${name} is ${describe(next)}, where a string or null was expected`);
  }
  if (hasMore !== true) return END;
  return lost(`the page says that there is more, but ${name} is ${next === "" ? "empty" : describe(next)}`);
}

export const lost = (problem: string): Following => ({ kind: "lost", problem });
