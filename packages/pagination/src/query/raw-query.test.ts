import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodedPairs, getParam, removeParams, setParam, withoutMark } from "./raw-query.ts";

describe("a raw query", () => {
  test("keeps every byte of what is not changed", () => {
    const query = "a=%7e+x&filter[]=k:v&empty=&flag&b=%2B30days";
    expect(setParam(query, "page", "2")).toBe(`${query}&page=2`);
    expect(removeParams(query, ["b"])).toBe("a=%7e+x&filter[]=k:v&empty=&flag");
    expect(removeParams(query, [])).toBe(query);
  });

  test("has a parameter replaced where it stands, its repetitions dropped", () => {
    expect(setParam("n=1&a=1&n=2", "n", "5")).toBe("n=5&a=1");
    expect(setParam("page%5Bsize%5D=1", "page[size]", "5")).toBe("page[size]=5");
  });

  test("has names and values encoded when they are written, and brackets left readable", () => {
    expect(setParam("", "page[number]", "a b&c=+/é")).toBe("page[number]=a%20b%26c%3D%2B%2F%C3%A9");
  });

  test("is decoded when it is read", () => {
    expect(getParam("x=1&n=a%20b+c", "n")).toBe("a b c");
    expect(getParam("flag", "flag")).toBe("");
    expect(getParam("a=1", "b")).toBeUndefined();
    expect(getParam("n=100%", "n")).toBe("100%");
  });

  test("may begin with its question mark", () => {
    expect(withoutMark("?a=1")).toBe("a=1");
  });

  test("gives back whatever was written", () => {
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

  test("is read as URLSearchParams reads it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
        const query = new URLSearchParams(pairs).toString();
        expect(decodedPairs(query)).toEqual([...new URLSearchParams(query)]);
      }),
    );
  });
});
