import { describe, expect, test } from "vitest";
import { createPagerOf, nextLink, nextToken, offset, pageNumber } from "../src/index.ts";
import { linkScheme, NumberList, offsetScheme } from "./number-list.ts";

describe("a pager of one style", () => {
  const list = new NumberList(5, 2);
  const { fetchPage } = list;

  test("reads lists of its style", async () => {
    expect(await createPagerOf(nextLink, { scheme: linkScheme, fetchPage }).toArray()).toEqual([
      1, 2, 3, 4, 5,
    ]);
    expect(await createPagerOf(offset, { scheme: offsetScheme, fetchPage }).toArray()).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  test("reads links in a Link header with the style for links in the body", async () => {
    const scheme = { style: "next-link", items: "", next: "$response.header.Link" } as const;
    const pages = ["<?page=1>; rel=next", "<?page=0>; rel=prev"];
    const pager = createPagerOf<number>(nextLink, {
      scheme,
      fetchPage: async ({ query }) => {
        const page = Number(query.replace("page=", ""));
        return { body: [page], headers: { link: pages[page] ?? "" } };
      },
    });
    expect(await pager.toArray()).toEqual([0, 1]);
  });

  test.each([
    [offsetScheme, nextLink, 'scheme.style must be next-link; received "offset"'],
    [linkScheme, nextToken, 'scheme.style must be next-token; received "next-link"'],
    [undefined as never, nextLink, "scheme.style must be next-link; received undefined"],
  ])("rejects the scheme %j at once", (scheme, style, message) => {
    const requested = list.queries.length;
    expect(() => createPagerOf(style, { scheme, fetchPage })).toThrow(new TypeError(message));
    expect(list.queries).toHaveLength(requested);
  });
});

test("a parameter of the first page only is left out of the later pages of a numbered list", async () => {
  const queries: string[] = [];
  const fetchPage = async ({ query }: { query: string }) => {
    queries.push(query);
    return { body: query.includes("page=3") ? [] : [queries.length] };
  };
  const firstPageOnly = ["count"];
  const scheme = { style: "page-number", items: "", param: "page", first: 1, firstPageOnly } as const;
  await createPagerOf(pageNumber, { scheme, fetchPage, query: "count=true&q=a" }).toArray();
  expect(queries).toEqual(["count=true&q=a", "q=a&page=2", "q=a&page=3"]);
});
