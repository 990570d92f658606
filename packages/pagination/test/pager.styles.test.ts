import { describe, expect, test } from "vitest";
import { createPagerOf, nextLink, nextLinkHeader, offset } from "../src/index.ts";
import { linkScheme, NumberList, offsetScheme } from "./fake-list.ts";

const inHeader = { style: "next-link", items: "/items", next: "$response.header.Link" } as const;

describe("a pager that knows some styles", () => {
  const list = new NumberList(5, 2);
  const { fetchPage } = list;

  test("walks lists of each of them", async () => {
    const styles = [nextLink, offset];
    expect(await createPagerOf(styles, { scheme: linkScheme, fetchPage }).toArray()).toEqual([1, 2, 3, 4, 5]);
    expect(await createPagerOf(styles, { scheme: offsetScheme, fetchPage }).toArray()).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  test.each([
    [
      offsetScheme,
      [nextLink, nextLinkHeader],
      '"offset" is unknown; accepted are next-link, next-link-header',
    ],
    [inHeader, [nextLink], '"next-link-header" is unknown; accepted are next-link'],
    [linkScheme, [nextLinkHeader], '"next-link" is unknown; accepted are next-link-header'],
    [linkScheme, [], '"next-link" is unknown'],
  ])("refuses any other at once: %j", (scheme, styles, message) => {
    const asked = list.queries.length;
    expect(() => createPagerOf(styles, { scheme, fetchPage })).toThrow(message);
    expect(list.queries).toHaveLength(asked);
  });
});
