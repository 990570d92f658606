import type { AnswerHeaders, PageAnswer } from "../page.ts";
import { WalkFailure } from "../walk-failure.ts";
import { describe } from "./describe.ts";
import type { Readers } from "./readers.ts";

/** What an answer holds, read once. */
export interface ReadAnswer<Item = unknown, Body = unknown> {
  readonly items: readonly Item[];
  readonly body: Body;
  readonly headers: AnswerHeaders | undefined;
  readonly response: Response | undefined;
  readonly total: number | undefined;
}

/** @throws WalkFailure when the body cannot be read, or holds no array where the records should be. */
export function readAnswer<Item, Body>(answer: PageAnswer<Body>, readers: Readers): ReadAnswer<Item, Body> {
  const body = readBody(answer);
  const items = readers.items(body);
  if (!Array.isArray(items)) throw new WalkFailure("items", misplaced(body, items, readers.itemsPointer));
  const { response, headers = response?.headers } = answer;
  return { items, body, headers, response, total: readers.total(body, headers) };
}

function misplaced(body: unknown, items: unknown, pointer: string): string {
  if (pointer === "") return `the body is ${describe(items)}, where an array of records was expected`;
  if (describe(body) !== "an object") {
    return `the body is ${describe(body)}, where an object with the records at ${pointer} was expected`;
  }
  return `${pointer} in the body is ${describe(items)}, where an array of records was expected`;
}

/** A body may be parsed as late as this, and fail to. */
function readBody<Body>(answer: PageAnswer<Body>): Body {
  try {
    return answer.body;
  } catch (cause) {
    throw new WalkFailure("request", "the body could not be read", { cause });
  }
}
