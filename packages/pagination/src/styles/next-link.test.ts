import { describe, expect, test } from "vitest";
import { createPager } from "../index.ts";
import { nextLink, nextOfLinkHeader } from "./next-link.ts";

describe("a walk by links", () => {
  const walkOver = async (next: string, link: unknown, scheme: { firstPageOnly?: string[] } = {}) => {
    const queries: string[] = [];
    const headers: Record<string, string> = typeof link === "string" ? { link, "x-link": link } : {};
    const pager = createPager<number>({
      scheme: { style: "next-link", items: "/items", next, ...scheme },
      query: "a=1",
      fetchPage: async ({ query }) => {
        queries.push(query);
        return query === "a=1"
          ? { body: { items: [1], next: link }, headers }
          : { body: { items: [2], next: null } };
      },
    });
    const outcome = await pager.toArray().catch((error: Error) => error.message);
    return { outcome, queries };
  };

  test("requests the query of the link alone, byte for byte, without parameters of the first page", async () => {
    const scheme = { firstPageOnly: ["total"] };
    const link = "https://other.example/list?b=%7e?x&total=1&c#part?d=1";
    expect((await walkOver("$response.body#/next", link, scheme)).queries).toEqual(["a=1", "b=%7e?x&c"]);
    expect((await walkOver("$response.body#/next", link)).queries).toEqual(["a=1", "b=%7e?x&total=1&c"]);
  });

  test.each(["", "?", "#?p=2", "/list", "/list?#p"])("fails if the link %j has no query", async (link) => {
    const { outcome, queries } = await walkOver("$response.body#/next", `x${link}`);
    expect(outcome).toBe(
      "page 1: the link at $response.body#/next has no query, and only the query of a link is used",
    );
    expect(queries).toEqual(["a=1"]);
  });

  test("reads the header Link by its relations, in any letter case, and other headers as links", async () => {
    const header = '<?p=1>; rel="prev", <?p=3>; rel="next"';
    for (const name of ["Link", "link", "LINK"]) {
      expect((await walkOver(`$response.header.${name}`, header)).queries).toEqual(["a=1", "p=3"]);
    }
    expect((await walkOver("$response.header.X-Link", "?p=4")).queries).toEqual(["a=1", "p=4"]);
    expect((await walkOver("$response.body#/next", '<?p=3>; rel="next"')).queries).toEqual([
      "a=1",
      'p=3>; rel="next"',
    ]);
  });

  test("ends if there is no Link header, or none with the relation next", async () => {
    expect((await walkOver("$response.header.Link", undefined)).outcome).toEqual([1]);
    expect((await walkOver("$response.header.Link", "<?p=1>; rel=prev")).outcome).toEqual([1]);
  });

  test("needs an expression and cannot be predicted", () => {
    expect(nextLink).toMatchObject({ name: "next-link", predictable: false });
  });
});

describe("the relation next of a Link header", () => {
  test.each([
    ['<https://a.example/l?p=2>; rel="next"', "https://a.example/l?p=2"],
    ["<?p=2>;rel=next", "?p=2"],
    ["</l?p=2> ; REL = Next", "/l?p=2"],
    ['<?p=1>; rel="prev", <?p=3>; rel="next"', "?p=3"],
    ['<?p=2>; rel="last next"; title="x"', "?p=2"],
    ['<?p=2>; title="a, <?p=9>; rel=next"; rel="next"', "?p=2"],
    ['<?p=2>; title="say \\"hi\\"; ok"; rel=next', "?p=2"],
    ['<?p=2>; rel="next", <?p=3>; rel="next"', "?p=2"],
    ["<?p=2>; crossorigin; rel=next", "?p=2"],
    ['<?p=1>; rel="prev"; rel="next"', undefined],
    ['<?p=2>; rel="nextish"', undefined],
    ['<?p=2>; rev="next"', undefined],
    ['<?p=2>; rel=""; rel=next', undefined],
    ["<?p=2>; rel; rel=next", undefined],
    ["< ?p=2 >; rel=next", "?p=2"],
    ["<?p=2>; rel = next ; title=x", "?p=2"],
    ["<?p=2>; rel='next'", undefined],
    ['<?p=2>; rel="last\tnext"', "?p=2"],
    ['<?p=2>; rel="lastnext"', undefined],
    ["<?p=2>; rel=next; x=<?p=9>", "?p=2"],
    ["<?a=1;b=2,3>; rel=next", "?a=1;b=2,3"],
    ["<?p=1> rel=next, <?p=3>; rel=next", "?p=3"],
    ["<>; rel=next", ""],
    ['<?p=2>; title=""; rel=next', "?p=2"],
    ["?p=2; rel=next", undefined],
    ["", undefined],
  ])("of %s is %s", (header, target) => {
    expect(nextOfLinkHeader(header)).toBe(target);
  });

  // Time that is quadratic in the length would exceed the timeout of the test by far.
  test.each(["<", "<a>", "<a>;", '<a>;a="', "<a>; a = ", ";", ' ;a="\\'])(
    "is found in linear time in a header of many %s",
    (part) => {
      const many = part.repeat(1_000_000 / part.length);
      const spaces = " ".repeat(1_000_000);
      for (const header of [many, `<a>${many}`, `<a>;${spaces}${part}`]) {
        expect(() => nextOfLinkHeader(header)).not.toThrow();
      }
    },
  );
});
