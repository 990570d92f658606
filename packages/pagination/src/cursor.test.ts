import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCursor, encodeCursor, type Fingerprint, hash } from "./cursor.ts";

const fingerprint: Fingerprint = [hash("GET /a"), hash("sim=1"), hash("a=1"), hash("")];
const state = { checkpoint: { window: 2, position: "a=1&page=é€😀", skip: 7 }, pageSize: 50 };
const cursor = encodeCursor(state, fingerprint);

describe("a cursor", () => {
  test("decodes to what was encoded", () => {
    expect(decodeCursor(cursor, fingerprint)).toEqual(state);
    const end = { checkpoint: undefined, pageSize: undefined };
    expect(decodeCursor(encodeCursor(end, fingerprint), fingerprint)).toEqual(end);
  });

  test("has the same bytes as in the first release", () => {
    const first =
      "uw1WyIxaDVyc3JoMGdkaTFxbTBwZncwNnUwenRudGZwIiw1MCwiYT0xJnBhZ2U9w6nigqzwn5iAIiw3LDJd0ickd9c";
    expect(cursor).toBe(first);
    expect(decodeCursor(first, fingerprint)).toEqual(state);
  });

  test("needs no encoding in a URL", () => {
    expect(cursor).toMatch(/^[\w-]+$/);
  });

  test("is rejected if any one character was altered", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: cursor.length - 1 }),
        fc.constantFrom(...cursor, "A", "~", "é"),
        (at, character) => {
          fc.pre(cursor[at] !== character);
          const altered = cursor.slice(0, at) + character + cursor.slice(at + 1);
          expect(() => decodeCursor(altered, fingerprint)).toThrow(/cursor/);
        },
      ),
    );
  });

  test("is rejected if it was truncated anywhere", () => {
    for (let length = 0; length < cursor.length; length++) {
      expect(() => decodeCursor(cursor.slice(0, length), fingerprint)).toThrow(/cursor/);
    }
  });

  test.each([
    ["", "the cursor is empty; omit it to start at the beginning"],
    ["MjAyMi0wMQ==", "this is not a cursor of a usagewire pager"],
    [`uw2${cursor.slice(3)}`, "the cursor was made by another version of @usagewire/pagination"],
    [cursor.slice(0, -1), "the cursor is damaged: it was truncated or altered"],
  ])("%j is rejected: %s", (text, message) => {
    expect(() => decodeCursor(text, fingerprint)).toThrow(message);
  });

  test.each([
    [0, "another operation"],
    [1, "other path parameters"],
    [2, "other filters"],
    [3, "another window range"],
  ])("is rejected if part %i of the fingerprint differs: %s", (part, what) => {
    const other = fingerprint.map((value, index) => (index === part ? hash("other") : value));
    expect(() => decodeCursor(cursor, other)).toThrow(`the cursor was made for ${what}`);
  });
});
