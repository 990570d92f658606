import { describe, expect, test } from "vitest";
import { createPagerOf, nextLink, nextLinkHeader, offset } from "../src/index.ts";
import { linkScheme, NumberList, offsetScheme } from "./fake-list.ts";

const inHeader = { style: "next-link", items: "/items", next: "$response.header.Link" } as const;

describe("a pager of one style", () => {
  const list = new NumberList(5, 2);
  const { fetchPage } = list;

  test("walks lists of its style", async () => {
    expect(await createPagerOf(nextLink, { scheme: linkScheme, fetchPage }).toArray()).toEqual([
      1, 2, 3, 4, 5,
    ]);
    expect(await createPagerOf(offset, { scheme: offsetScheme, fetchPage }).toArray()).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  test.each([
    [offsetScheme, nextLink, 'scheme.style is "offset"; accepted is next-link'],
    [inHeader, nextLink, 'scheme.style is "next-link-header"; accepted is next-link'],
    [linkScheme, nextLinkHeader, 'scheme.style is "next-link"; accepted is next-link-header'],
    [undefined as never, nextLink, "scheme is undefined; accepted is an x-pagination object"],
  ])("refuses lists of another at once: %j", (scheme, style, message) => {
    const asked = list.queries.length;
    expect(() => createPagerOf(style, { scheme, fetchPage })).toThrow(message);
    expect(list.queries).toHaveLength(asked);
  });
});
