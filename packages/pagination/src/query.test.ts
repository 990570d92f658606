import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodedPairs, getParam, removeParams, setParam, walkPageSize, withoutMark } from "./query.ts";
import type { PageSizeScheme } from "./scheme.ts";

describe("a raw query", () => {
  test("keeps every byte of what is not changed", () => {
    const query = "a=%7e+x&filter[]=k:v&empty=&flag&b=%2B30days";
    expect(setParam(query, "page", "2")).toBe(`${query}&page=2`);
    expect(removeParams(query, ["b"])).toBe("a=%7e+x&filter[]=k:v&empty=&flag");
    expect(removeParams(query, [])).toBe(query);
  });

  test("replaces a parameter in its place and drops its repetitions", () => {
    expect(setParam("n=1&a=1&n=2", "n", "5")).toBe("n=5&a=1");
    expect(setParam("page%5Bsize%5D=1", "page[size]", "5")).toBe("page[size]=5");
  });

  test("encodes names and values that it writes, except for brackets", () => {
    expect(setParam("", "page[number]", "a b&c=+/é")).toBe("page[number]=a%20b%26c%3D%2B%2F%C3%A9");
  });

  test("decodes what it reads", () => {
    expect(getParam("x=1&n=a%20b+c", "n")).toBe("a b c");
    expect(getParam("flag", "flag")).toBe("");
    expect(getParam("a=1", "b")).toBeUndefined();
    expect(getParam("n=100%", "n")).toBe("100%");
  });

  test("may start with a question mark", () => {
    expect(withoutMark("?a=1")).toBe("a=1");
  });

  test("reads back whatever it wrote", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.string({ unit: "grapheme" }),
        (name, value) => {
          const query = setParam("a=1", name, value);
          expect(getParam(query, name)).toBe(value);
          expect(new URLSearchParams(query).get(name)).toBe(value);
        },
      ),
    );
  });

  test("replaces half of a surrogate pair as URLSearchParams does", () => {
    const text = fc.string({ unit: "binary", minLength: 1 });
    fc.assert(
      fc.property(text, text, (name, value) => {
        const written = new URLSearchParams(setParam("", name, value));
        expect([...written]).toEqual([...new URLSearchParams([[name, value]])]);
      }),
    );
    expect(setParam("", "a\ud800", "\udc00b")).toBe("a%EF%BF%BD=%EF%BF%BDb");
  });

  test("reads what URLSearchParams reads", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
        const query = new URLSearchParams(pairs).toString();
        expect(decodedPairs(query)).toEqual([...new URLSearchParams(query)]);
      }),
    );
  });
});

describe("the page size of a walk", () => {
  const scheme = (pageSize?: PageSizeScheme) => ({
    style: "next-link",
    items: "",
    ...(pageSize && { pageSize }),
  });

  test.each([
    ["is the default", { default: 200, maximum: 1000 }, "", undefined, 200],
    ["is the caller's rather than the default", { default: 200 }, "n=50", undefined, 50],
    ["is left to the provider without either", { maximum: 1000 }, "", undefined, undefined],
    ["is the limit if it fits one page", { default: 200 }, "", 5, 5],
    ["is evened out over the pages that a limit needs", { default: 200 }, "", 250, 125],
    ["is evened out up to the caller's own size", { default: 200 }, "n=100", 250, 84],
    ["is evened out up to the maximum if there is no default", { maximum: 100 }, "", 250, 84],
    ["ignores a limit of 0", { default: 200 }, "", 0, 200],
    ["is left to the caller if it is not a number", { default: 200 }, "n=all", 5, undefined],
    ["is left to the caller if it is 0", { default: 200 }, "n=0", 5, undefined],
  ])("%s", (_, pageSize, query, limit, size) => {
    expect(walkPageSize(scheme({ param: "n", ...pageSize }), query, limit)).toBe(size);
  });

  test("is not requested if the scheme has none", () => {
    expect(walkPageSize(scheme(), "n=5", 10)).toBeUndefined();
  });

  test("needs as few pages as the largest size would, and wastes less than one record per page", () => {
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
