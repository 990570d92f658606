import { describe, expect, test } from "vitest";
import { nextOfLinkHeader } from "./link-header.ts";

describe("the next of a Link header", () => {
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
  ])("%s", (header, target) => {
    expect(nextOfLinkHeader(header)).toBe(target);
  });

  test("costs time linear in the header's length, whatever is in it", () => {
    for (const part of ["<", "<a>", "<a>;", '<a>;a="', "<a>; a = ", ";", ' ;a="\\']) {
      const started = performance.now();
      nextOfLinkHeader(part.repeat(200_000 / part.length));
      nextOfLinkHeader(`<a>${part.repeat(200_000 / part.length)}`);
      nextOfLinkHeader(`<a>;${" ".repeat(200_000)}${part}`);
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });
});
