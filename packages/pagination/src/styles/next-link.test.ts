import { describe, expect, test } from "vitest";
import { nextOfLinkHeader } from "./next-link.ts";

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
