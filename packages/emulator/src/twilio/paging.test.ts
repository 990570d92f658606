import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageTokens } from "./paging.ts";

describe("a page token", () => {
  test("has the form of the published example", () => {
    expect(pageTokens.encode(1)).toBe("APMQ==");
  });

  test("decodes to its offset, and ends in padding that clients must encode", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (offset) => {
        const token = pageTokens.encode(offset);
        expect(token).toMatch(/=$/);
        expect(pageTokens.decode(token)).toBe(offset);
      }),
    );
  });

  test("is invalid if the emulator did not issue it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `AP${text}`),
        ),
        (text) => {
          const offset = pageTokens.decode(text);
          expect(offset === undefined || pageTokens.encode(offset) === text).toBe(true);
        },
      ),
    );
    for (const token of ["", "AP", "APMQ", "APMDE=", "MQ==", "AP-1"]) {
      expect(pageTokens.decode(token)).toBeUndefined();
    }
  });
});
