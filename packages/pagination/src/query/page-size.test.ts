import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PaginationScheme } from "../scheme.ts";
import { walkPageSize } from "./page-size.ts";

const scheme = (pageSize: PaginationScheme["pageSize"]): PaginationScheme => ({
  style: "next-link",
  items: "",
  next: "$response.header.Link",
  ...(pageSize ? { pageSize } : {}),
});

describe("the page size of a walk", () => {
  test.each([
    ["is the default", { default: 200, maximum: 1000 }, "", undefined, 200],
    ["is the caller's before the default", { default: 200 }, "n=50", undefined, 50],
    ["is left to the provider without either", { maximum: 1000 }, "", undefined, undefined],
    ["is the limit where one page holds it", { default: 200 }, "", 5, 5],
    ["is evened out over the pages that a limit needs", { default: 200 }, "", 250, 125],
    ["is evened out under the caller's own", { default: 200 }, "n=100", 250, 84],
    ["keeps a limit within the maximum where there is no default", { maximum: 100 }, "", 250, 84],
    ["is left alone by a limit of 0", { default: 200 }, "", 0, 200],
    ["is left to the caller where it is no number", { default: 200 }, "n=all", 5, undefined],
    ["is left to the caller where it is 0", { default: 200 }, "n=0", 5, undefined],
  ])("%s", (_, pageSize, query, limit, size) => {
    expect(walkPageSize(scheme({ param: "n", ...pageSize }), query, limit)).toBe(size);
  });

  test("is nobody's business where the scheme has none", () => {
    expect(walkPageSize(scheme(undefined), "n=5", 10)).toBeUndefined();
  });

  test("needs no more pages than the cap would, and leaves less than one record over on each", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1000 }), (limit, cap) => {
        const size = walkPageSize(scheme({ param: "n", default: cap }), "", limit) ?? 0;
        const pages = Math.ceil(limit / size);
        expect(size).toBeLessThanOrEqual(cap);
        expect(pages).toBe(Math.ceil(limit / cap));
        expect(pages * size - limit).toBeLessThan(pages);
      }),
    );
  });
});
