import { describe, expect, test } from "vitest";
import { createPager, type PagerConfig, type PagerOptions } from "../src/index.ts";
import { pagerOptions } from "../src/internal.ts";
import { styles } from "../src/styles/index.ts";
import { linkScheme, NumberList, offsetScheme, pagerOf } from "./number-list.ts";

const list = new NumberList(1, 1);
const { fetchPage } = list;
const names = styles.map(({ name }) => name).join(", ");

describe("an option", () => {
  const invalid: [name: string, value: unknown, Kind: ErrorConstructor, accepted: string][] = [
    ["limit", -1, RangeError, "a whole number, 0 or more; received -1"],
    ["limit", 1.5, RangeError, "a whole number, 0 or more; received 1.5"],
    ["limit", Number.NaN, RangeError, "a whole number, 0 or more; received NaN"],
    ["limit", Number.POSITIVE_INFINITY, RangeError, "a whole number, 0 or more; received Infinity"],
    ["limit", "5", TypeError, 'a whole number, 0 or more; received "5"'],
    ["limit", null, TypeError, "a whole number, 0 or more; received null"],
    ["limit", Object.create(null), TypeError, "a whole number, 0 or more; received an object"],
    ["maxPages", -1, RangeError, "a whole number, 0 or more; received -1"],
    ["concurrency", 0, RangeError, "a whole number, 1 or more; received 0"],
    ["prefetch", 2, RangeError, "0 or 1; received 2"],
    ["prefetch", true, TypeError, "0 or 1; received true"],
    ["onRepeat", "ignore", RangeError, '"error", "stop" or "allow"; received "ignore"'],
    ["onProgress", "log", TypeError, 'a function; received "log"'],
    ["cursor", 7, TypeError, "a string; received 7"],
    ["signal", {}, TypeError, "an AbortSignal; received an object"],
    ["signal", null, TypeError, "an AbortSignal; received null"],
    ["window", null, TypeError, "an object with from and to; received null"],
    ["window", "2024", TypeError, 'an object with from and to; received "2024"'],
  ];

  test.each(invalid)("%s cannot be %j", (name, value, Kind, accepted) => {
    const create = () => pagerOf(list, { [name]: value } as PagerOptions);
    expect(create).toThrow(Kind);
    expect(create).toThrow(`${name} must be ${accepted}`);
    expect(list.queries).toEqual([]);
  });

  test("is tested above if it is in the table", () => {
    expect(new Set(invalid.map(([name]) => name))).toEqual(new Set(Object.keys(pagerOptions)));
  });

  test("can be undefined", async () => {
    const none = Object.fromEntries(Object.keys(pagerOptions).map((name) => [name, undefined]));
    expect(await pagerOf(new NumberList(3, 2), none).toArray()).toEqual([1, 2, 3]);
  });

  test("concurrency above 1 needs pages that can be predicted", () => {
    expect(() => pagerOf(list, { concurrency: 2 } as PagerOptions)).toThrow(
      new TypeError(
        "concurrency must be 1: each page of a next-link list names only the next; use windows to fetch in parallel; received 2",
      ),
    );
  });
});

describe("createPager", () => {
  test.each([
    [{ fetchPage }, `scheme.style must be one of ${names}; received undefined`],
    [
      { scheme: { style: "next-link", next: "$response.body#/next" }, fetchPage },
      "scheme.items must be a JSON Pointer; received undefined",
    ],
    [
      { scheme: { style: "none", items: "" }, fetchPage },
      `scheme.style must be one of ${names}; received "none"`,
    ],
    [
      { scheme: { style: "next-link", items: "/items" }, fetchPage },
      "scheme.next must be an expression such as $response.body#/next; received undefined",
    ],
    [
      { scheme: { style: "next-token", items: "/items", next: "$response.body#/next" }, fetchPage },
      "scheme.param must be the name of a query parameter; received undefined",
    ],
    [
      { scheme: { style: "page-number", items: "/items", param: "page" }, fetchPage },
      "scheme.first must be 0 or 1; received undefined",
    ],
    [{ scheme: linkScheme }, "fetchPage must be a function; received undefined"],
    [
      { scheme: linkScheme, fetchPage, query: { since: new Date(0) } },
      "query must be the text of a query; received an object",
    ],
    [
      { scheme: linkScheme, fetchPage, windows: [{ since: new Date(0) }] },
      "windows[0] must be the text of a query; received an object",
    ],
  ])("rejects %j at once", (config, message) => {
    // The compiler rejects these, too.
    expect(() => createPager(config as unknown as PagerConfig)).toThrow(new TypeError(message));
  });

  test("rejects an expression that does not read a response", () => {
    const scheme = { ...linkScheme, next: "$request.query.page" };
    expect(() => createPager({ scheme, fetchPage })).toThrow(
      /"\$request.query.page" does not read a response/,
    );
  });

  test("rejects an offset in the query that is not a number", () => {
    expect(() => createPager({ scheme: offsetScheme, query: "offset=x", fetchPage })).toThrow(
      new RangeError('query parameter "offset" must be a whole number to start from; received "x"'),
    );
  });
});
