import { describe, expect, test } from "vitest";
import { caught } from "../../test/number-list.ts";
import { createPager, type FetchPage, type PaginationScheme } from "../index.ts";

const list = { items: "/items", next: "$response.body#/next" };
const tokenScheme: PaginationScheme = { ...list, style: "next-token", param: "after" };
const linkScheme: PaginationScheme = { ...list, style: "next-link" };

/** Walks a list of two pages whose first has this `next`. Returns the queries, and what failed. */
async function follow(next: unknown, scheme = tokenScheme) {
  const queries: string[] = [];
  const fetchPage: FetchPage = async ({ query }) => {
    queries.push(query);
    return { body: query === "" ? { items: [1], next } : { items: [2] } };
  };
  const pager = createPager<number>({ scheme, fetchPage });
  return { queries, pager };
}

describe("a token", () => {
  test.each([
    [7, "after=7"],
    [0, "after=0"],
    [1700000000.123456, "after=1700000000.123456"],
    [Number.MAX_SAFE_INTEGER, "after=9007199254740991"],
    [Number.MIN_SAFE_INTEGER, "after=-9007199254740991"],
    [2n ** 64n, "after=18446744073709551616"],
    ["18446744073709551616", "after=18446744073709551616"],
    ["\u{1F600}", "after=%F0%9F%98%80"],
  ])("%s is sent exactly", async (next, query) => {
    const { queries, pager } = await follow(next);
    expect(await pager.toArray()).toEqual([1, 2]);
    expect(queries).toEqual(["", query]);
  });

  // JSON.parse rounds such a number, and the rounded one would lead elsewhere: records would be lost or repeated.
  test.each(["9007199254740992", "9007199254740993", "-9007199254740993", "1e400", "12345678901234567890"])(
    "%s as a JSON number is refused, as it may have been rounded",
    async (text) => {
      const { queries, pager } = await follow(JSON.parse(text));
      const error = await caught(pager.toArray());
      expect(error).toMatchObject({ reason: "next", items: [1] });
      expect(error.message).toBe(
        "page 1: $response.body#/next is a number beyond 2^53, which may have been rounded; parse the body so that it is a string or a bigint",
      );
      expect(queries).toEqual([""]);
    },
  );
});

test.each([tokenScheme, linkScheme])(
  "a $style with a lone surrogate is refused, as it cannot be sent",
  async (scheme) => {
    const { queries, pager } = await follow("?after=a\ud800", scheme);
    const error = await caught(pager.toArray());
    expect(error).toMatchObject({ reason: "next", items: [1] });
    expect(error.message).toBe(
      "page 1: $response.body#/next has half of a surrogate pair, which cannot be sent",
    );
    expect(queries).toEqual([""]);
  },
);
