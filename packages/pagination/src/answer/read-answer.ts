import type { AnswerHeaders, PageAnswer } from "../page.ts";
import { WalkFailure } from "../walk-failure.ts";
import { describe, mismatch } from "./describe.ts";
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
  if (pointer !== "" && describe(body) !== "an object")
    return mismatch("the body", body, `an object with the records at ${pointer}`);
  return mismatch(pointer === "" ? "the body" : `${pointer} in the body`, items, "an array of records");
}

/** A body may be parsed as late as this, and fail to. */
function readBody<Body>(answer: PageAnswer<Body>): Body {
  try {
    return answer.body;
  } catch (cause) {
    throw new WalkFailure("request", "the body could not be read", { cause });
  }
}
