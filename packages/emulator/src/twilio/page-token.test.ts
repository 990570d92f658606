import fc from "fast-check";
import { expect, test } from "vitest";
import { decodePageToken, encodePageToken } from "./page-token.ts";

test("has the form of the published example", () => {
  expect(encodePageToken(1)).toBe("APMQ==");
});

test("gives its offset back, and always has padding to be encoded", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (offset) => {
      const token = encodePageToken(offset);
      expect(token).toMatch(/=$/);
      expect(decodePageToken(token)).toBe(offset);
    }),
  );
});

test("is refused when it was not issued", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String().map((text) => `AP${text}`),
      ),
      (text) => {
        const offset = decodePageToken(text);
        expect(offset === undefined || encodePageToken(offset) === text).toBe(true);
      },
    ),
  );
  for (const token of ["", "AP", "APMQ", "APMDE=", "MQ==", "AP-1"])
    expect(decodePageToken(token)).toBeUndefined();
});
