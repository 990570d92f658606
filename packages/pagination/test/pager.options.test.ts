import { describe, expect, test } from "vitest";
import { createPager, type PagerConfig, type PagerOptions } from "../src/index.ts";
import { linkScheme, NumberList, offsetScheme } from "./fake-list.ts";
import { pagerOf } from "./pager-of.ts";

describe("options", () => {
  const list = new NumberList(1, 1);
  test.each<[string, unknown]>([
    ["limit", -1],
    ["limit", 1.5],
    ["limit", Number.NaN],
    ["limit", Number.POSITIVE_INFINITY],
    ["limit", "5"],
    ["limit", null],
    ["limit", Object.create(null)],
    ["maxPages", -1],
    ["concurrency", 0],
    ["concurrency", 2],
    ["prefetch", 2],
    ["prefetch", true],
    ["onRepeat", "ignore"],
    ["onProgress", "log"],
    ["cursor", 7],
    ["signal", {}],
  ])("%s %s is refused at once, by name and value", (name, value) => {
    const wrong = { [name]: value } as PagerOptions;
    expect(() => pagerOf(list, wrong)).toThrow(new RegExp(`${name}.*is .*accepted`));
    expect(list.queries).toEqual([]);
  });

  test("undefined is as good as left out", async () => {
    const none = {
      limit: undefined,
      maxPages: undefined,
      cursor: undefined,
      prefetch: undefined,
      signal: undefined,
    };
    expect(await pagerOf(new NumberList(3, 2), none).toArray()).toEqual([1, 2, 3]);
  });

  test.each([
    [{ fetchPage: list.fetchPage }, "scheme is undefined"],
    [
      { scheme: { style: "next-link", next: "$response.body#/next" }, fetchPage: list.fetchPage },
      "scheme.items is undefined",
    ],
    [
      { scheme: { style: "none", items: "" }, fetchPage: list.fetchPage },
      'pagination style "none" is unknown; accepted are next-link, next-token, offset, page-number',
    ],
    [
      { scheme: { style: "next-link", items: "/items" }, fetchPage: list.fetchPage },
      "scheme.next is undefined; accepted is an expression",
    ],
    [{ scheme: linkScheme }, "fetchPage is undefined; accepted is a function"],
  ])("a source that lacks something is refused at once: %j", (config, message) => {
    expect(() => createPager(config as PagerConfig<unknown>)).toThrow(message);
  });

  test("an unknown style is refused at once", () => {
    const scheme = { ...linkScheme, style: "none" } as never;
    expect(() => createPager({ scheme, fetchPage: list.fetchPage })).toThrow(
      /"none" is unknown; accepted are next-link/,
    );
  });

  test("an expression that reads no response is refused at once", () => {
    const scheme = { ...linkScheme, next: "$request.query.page" };
    expect(() => createPager({ scheme, fetchPage: list.fetchPage })).toThrow(/not a response expression/);
  });

  test("an offset that is no number is refused at once", () => {
    expect(() => createPager({ scheme: offsetScheme, query: "offset=x", fetchPage: list.fetchPage })).toThrow(
      /"offset" is "x"/,
    );
  });
});
