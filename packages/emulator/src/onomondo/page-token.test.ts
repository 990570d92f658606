import fc from "fast-check";
import { expect, test } from "vitest";
import { decodePageToken, encodePageToken } from "./page-token.ts";

test("gives its position back, and always has padding to be encoded", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.nat(99_999_999), (offset, page) => {
      const token = encodePageToken({ offset, page });
      expect(token).toMatch(/^[A-Za-z0-9+/]+==$/);
      expect(decodePageToken(token)).toEqual({ offset, page });
    }),
  );
});

test("is refused when it was not issued", () => {
  const token = encodePageToken({ offset: 500, page: 1 });
  for (const wrong of [
    "",
    "MDAyNDY0OTk5",
    token.slice(0, -1),
    token.toLowerCase(),
    `${token}=`,
    ` ${token}`,
  ]) {
    expect(decodePageToken(wrong)).toBeUndefined();
  }
});
