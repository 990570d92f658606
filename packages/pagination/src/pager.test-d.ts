import { expectTypeOf, test } from "vitest";
import { createPager } from "./pager.ts";
import type { PaginationScheme, PredictableScheme } from "./styles/index.ts";

interface Row {
  readonly id: number;
}

const fetchPage = async () => ({ body: { items: [{ id: 1 }] } });
const linked = { style: "next-link", items: "/items", next: "$response.body#/next" } as const;
const numbered = { style: "offset", items: "/items", param: "offset" } as const;

test("the caller names the type of the records", async () => {
  const pager = createPager<Row, { items: Row[] }>({ scheme: linked, fetchPage });
  for await (const row of pager) expectTypeOf(row).toEqualTypeOf<Row>();
  for await (const page of pager.pages()) {
    expectTypeOf(page.items).toEqualTypeOf<readonly Row[]>();
    expectTypeOf(page.body).toEqualTypeOf<{ items: Row[] }>();
  }
  expectTypeOf(await pager.toArray()).toEqualTypeOf<Row[]>();
  const { value } = await pager[Symbol.asyncIterator]().next();
  expectTypeOf(value).toEqualTypeOf<Row | undefined>();
});

test("the types of the schemes follow from the table of styles", () => {
  expectTypeOf<PaginationScheme["style"]>().toEqualTypeOf<
    "next-link" | "next-token" | "offset" | "page-number"
  >();
  expectTypeOf<PredictableScheme["style"]>().toEqualTypeOf<"offset" | "page-number">();
});

test("concurrency compiles only if later pages can be predicted", () => {
  createPager<Row>({ scheme: numbered, fetchPage, concurrency: 4 });
  createPager<Row>({ scheme: linked, fetchPage, windows: ["a=1", "a=2"], concurrency: 4 });
  createPager<Row>({ scheme: linked, fetchPage, concurrency: 1 });
  // @ts-expect-error only the page before it names a page
  createPager<Row>({ scheme: linked, fetchPage, concurrency: 4 });
});

test("a scheme or an option that is invalid does not compile", () => {
  // @ts-expect-error `next` is missing
  createPager<Row>({ scheme: { style: "next-link", items: "/items" }, fetchPage });
  // @ts-expect-error `param` is missing
  createPager<Row>({ scheme: { style: "offset", items: "/items" }, fetchPage });
  // @ts-expect-error unknown style
  createPager<Row>({ scheme: { style: "cursor", items: "/items" }, fetchPage });
  // @ts-expect-error unknown option
  createPager<Row>({ scheme: linked, fetchPage, limits: 1 });
  // @ts-expect-error more than one page ahead
  createPager<Row>({ scheme: linked, fetchPage, prefetch: 2 });
});
