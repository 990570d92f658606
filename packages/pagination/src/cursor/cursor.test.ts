import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { hash } from "./hash.ts";

const print: Fingerprint = [hash("GET /a"), hash("sim=1"), hash("a=1"), hash("")];
const state = { place: { window: 2, position: "a=1&page=é€😀", skip: 7 }, pageSize: 50 };
const cursor = encodeCursor(state, print);

describe("a cursor", () => {
  test("says what went in", () => {
    expect(decodeCursor(cursor, print)).toEqual(state);
    const end = { place: undefined, pageSize: undefined };
    expect(decodeCursor(encodeCursor(end, print), print)).toEqual(end);
  });

  test("of the first release is written and read the same", () => {
    const first =
      "uw1WyIxaDVyc3JoMGdkaTFxbTBwZncwNnUwenRudGZwIiw1MCwiYT0xJnBhZ2U9w6nigqzwn5iAIiw3LDJd0ickd9c";
    expect(cursor).toBe(first);
    expect(decodeCursor(first, print)).toEqual(state);
  });

  test("survives a URL as it is", () => {
    expect(cursor).toMatch(/^[\w-]+$/);
  });

  test("altered in any one character is refused", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: cursor.length - 1 }),
        fc.constantFrom(...cursor, "A", "~", "é"),
        (at, character) => {
          fc.pre(cursor[at] !== character);
          const altered = cursor.slice(0, at) + character + cursor.slice(at + 1);
          expect(() => decodeCursor(altered, print)).toThrow(/cursor/);
        },
      ),
    );
  });

  test("truncated anywhere is refused", () => {
    for (let length = 0; length < cursor.length; length++) {
      expect(() => decodeCursor(cursor.slice(0, length), print)).toThrow(/cursor/);
    }
  });

  test.each([
    ["", "the cursor is empty; leave it out to start at the beginning"],
    ["MjAyMi0wMQ==", "this is not a cursor of a usagewire pager"],
    [`uw2${cursor.slice(3)}`, "the cursor was made by another version of @usagewire/pagination"],
    [cursor.slice(0, -1), "the cursor is damaged: it was truncated or altered"],
  ])("%j is refused: %s", (text, message) => {
    expect(() => decodeCursor(text, print)).toThrow(message);
  });

  test.each([
    [0, "another operation"],
    [1, "other path parameters"],
    [2, "other filters"],
    [3, "another window range"],
  ])("of another list is refused by what differs (%i: %s)", (part, what) => {
    const other = print.map((value, index) =>
      index === part ? hash("other") : value,
    ) as readonly string[] as Fingerprint;
    expect(() => decodeCursor(cursor, other)).toThrow(`the cursor was made for ${what}`);
  });
});
