import fc from "fast-check";
import { expect, test } from "vitest";
import { hashHex, hashNumber, hashText } from "./hash.ts";

test("a hash is the same in every process", () => {
  expect([hashText("usagewire"), hashNumber(1, 2), hashHex(1, 2, 12)]).toMatchInlineSnapshot(`
    [
      4186828142,
      630800775,
      "25994187210e",
    ]
  `);
});

test("a hash is a 32-bit number for any input", () => {
  fc.assert(
    fc.property(fc.nat(), fc.maxSafeNat(), (seed, index) => {
      const hash = hashNumber(seed, index);
      expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true);
      expect(hashHex(seed, index, 20)).toMatch(/^[0-9a-f]{20}$/);
    }),
  );
});

test("hashes of consecutive indexes are evenly distributed", () => {
  const hashes = new Set(Array.from({ length: 100_000 }, (_, index) => hashNumber(7, index)));
  expect(hashes.size).toBeGreaterThan(99_990);
  const low = Array.from({ length: 1000 }, (_, index) => hashNumber(7, index) % 10);
  for (let digit = 0; digit < 10; digit += 1) {
    expect(low.filter((other) => other === digit).length).toBeGreaterThan(60);
  }
});
