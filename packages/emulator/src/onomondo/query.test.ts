import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageTokens, parseTimeFilter } from "./query.ts";

describe("a time filter", () => {
  test.each([
    ["2024", "2024-01-01", "2025-01-01"],
    ["2024-02", "2024-02-01", "2024-03-01"],
    ["2024-12", "2024-12-01", "2025-01-01"],
    ["2024-02-29", "2024-02-29", "2024-03-01"],
  ])("%s starts on %s and ends before %s", (text, start, end) => {
    expect(parseTimeFilter(text)).toEqual({ start: Date.parse(start), end: Date.parse(end) });
  });

  test.each(["", "24", "2024-13", "2024-00", "2025-02-29", "2024-2", "2024-02-1", "2024-02-01 00"])(
    "%j is invalid",
    (text) => {
      expect(parseTimeFilter(text)).toBeUndefined();
    },
  );
});

describe("a page token", () => {
  test("decodes to its position, and ends in padding that clients must encode", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(99_999_999), (offset, page) => {
        const token = pageTokens.encode({ offset, page });
        expect(token).toMatch(/^[A-Za-z0-9+/]+==$/);
        expect(pageTokens.decode(token)).toEqual({ offset, page });
      }),
    );
  });

  test("is invalid if the emulator did not issue it", () => {
    const token = pageTokens.encode({ offset: 500, page: 1 });
    for (const wrong of [
      "",
      "MDAyNDY0OTk5",
      token.slice(0, -1),
      token.toLowerCase(),
      `${token}=`,
      ` ${token}`,
    ]) {
      expect(pageTokens.decode(wrong)).toBeUndefined();
    }
  });
});
