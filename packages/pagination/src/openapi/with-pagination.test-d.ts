import createClient from "openapi-fetch";
import { expectTypeOf, test } from "vitest";
import { api, operations, type paths, type UsageRecord } from "../../test/usage-api.ts";
import { withPagination } from "./with-pagination.ts";

const client = withPagination(createClient<paths>({ baseUrl: "http://localhost" }), api.operations);

test("records and bodies have the types of the description", async () => {
  const pager = client.paginate("/records", { params: { query: { Group: "sim" } }, limit: 5 });
  for await (const record of pager) expectTypeOf(record).toEqualTypeOf<UsageRecord>();
  for await (const page of pager.pages()) {
    expectTypeOf(page.items).toEqualTypeOf<readonly UsageRecord[]>();
    expectTypeOf(page.body.meta.next_page_url).toEqualTypeOf<string | null>();
  }
  expectTypeOf(await pager.toArray()).toEqualTypeOf<UsageRecord[]>();
  const { value } = await pager[Symbol.asyncIterator]().next();
  expectTypeOf(value).toEqualTypeOf<UsageRecord | undefined>();
});

test("a bare array is a body too", () => {
  const pager = client.paginate("/sims/{sim}/days", { params: { path: { sim: "1" } } });
  expectTypeOf(pager.toArray()).resolves.toEqualTypeOf<{ day: string }[]>();
});

test("the client keeps its own methods", () => {
  expectTypeOf(client.GET).toBeFunction();
  expectTypeOf(client.use).toBeFunction();
});

test("what cannot be meant does not compile", () => {
  // @ts-expect-error a misspelt path
  () => client.paginate("/recods");
  // @ts-expect-error an operation that is not paged
  () => client.paginate("/total");
  // @ts-expect-error a misspelt parameter
  () => client.paginate("/records", { params: { query: { Grup: "sim" } } });
  // @ts-expect-error a wrong value
  () => client.paginate("/records", { params: { query: { Group: "network" } } });
  // @ts-expect-error a misspelt option
  () => client.paginate("/records", { limt: 5 });
  // @ts-expect-error more than one page ahead
  () => client.paginate("/records", { prefetch: 2 });
  // @ts-expect-error a path parameter is missing
  () => client.paginate("/sims/{sim}/days");
});

test("the types may be named instead of inferred", () => {
  const plain = createClient<paths>();
  const named = withPagination<paths>(plain, operations);
  expectTypeOf(named.paginate("/records").toArray()).resolves.toEqualTypeOf<UsageRecord[]>();
  const own = withPagination<Omit<paths, "x-api">, typeof operations>(plain, operations);
  expectTypeOf(own.paginate("/records").toArray()).resolves.toEqualTypeOf<UsageRecord[]>();
});

const window = { from: "2024-01-01", to: "2024-02-01" } as const;

test("options that the list does not support do not compile", () => {
  client.paginate("/events", { concurrency: 1 });
  // @ts-expect-error pages behind tokens cannot be foreseen
  () => client.paginate("/events", { concurrency: 4 });
  // @ts-expect-error the list cannot be cut by time
  () => client.paginate("/events", { window });
  // @ts-expect-error pages behind links cannot be foreseen either
  () => client.paginate("/records", { concurrency: 4 });
  // @ts-expect-error an unknown unit
  () => client.paginate("/records", { window: { ...window, by: "fortnight" } });
});

test("options that the list does support compile", () => {
  client.paginate("/sims/{sim}/days", { params: { path: { sim: "1" } }, concurrency: 4 });
  client.paginate("/records", { window });
  client.paginate("/records", { window, concurrency: 4 });
  client.paginate("/records", { window: { from: new Date(0), to: new Date(1), by: "day" } });
});
