import { expectTypeOf, test } from "vitest";
import { createPager } from "./create-pager.ts";

interface Row {
  readonly id: number;
}

const fetchPage = async () => ({ body: { items: [{ id: 1 }] } });
const linked = { style: "next-link", items: "/items", next: "$response.body#/next" } as const;
const numbered = { style: "offset", items: "/items", param: "offset" } as const;

test("records have the type that is named", async () => {
  const pager = createPager<Row>({ scheme: linked, fetchPage });
  expectTypeOf(await pager.toArray()).toEqualTypeOf<Row[]>();
});

test("several pages at once compile where they can be foreseen", () => {
  createPager<Row>({ scheme: numbered, fetchPage, concurrency: 4 });
  createPager<Row>({ scheme: linked, fetchPage, windows: ["a=1", "a=2"], concurrency: 4 });
  createPager<Row>({ scheme: linked, fetchPage, concurrency: 1 });
  // @ts-expect-error the next page is known only from the page before it
  createPager<Row>({ scheme: linked, fetchPage, concurrency: 4 });
});

test("a scheme without what its style needs does not compile", () => {
  // @ts-expect-error where is the next link?
  createPager<Row>({ scheme: { style: "next-link", items: "/items" }, fetchPage });
  // @ts-expect-error which parameter?
  createPager<Row>({ scheme: { style: "offset", items: "/items" }, fetchPage });
  // @ts-expect-error no such style
  createPager<Row>({ scheme: { style: "cursor", items: "/items" }, fetchPage });
  // @ts-expect-error an option that does not exist
  createPager<Row>({ scheme: linked, fetchPage, limits: 1 });
});
