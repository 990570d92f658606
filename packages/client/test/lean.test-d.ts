import type { Pager } from "@usagewire/pagination";
import { describe, expectTypeOf, it } from "vitest";
import { createClient as createFullClient } from "../src/index.ts";
import { createClient, nextLink, offset } from "../src/lean.ts";
import { api } from "./fleet-api/operations.ts";
import type { components, paths } from "./fleet-api/schema.ts";

const client = createClient<paths>(api, { styles: [nextLink, offset] });
const full = createFullClient<paths>(api);

describe("a lean client", () => {
  it("types calls as the full one does", () => {
    expectTypeOf(client.GET).toEqualTypeOf(full.GET);
    expectTypeOf(client.POST).toEqualTypeOf(full.POST);
  });

  it("types the records and pages of a list", () => {
    type UsageRecord = components["schemas"]["UsageRecord"];
    expectTypeOf(client.paginate("/v1/Usage", { limit: 5 })).toEqualTypeOf<
      Pager<UsageRecord, { records: UsageRecord[]; next?: string | null }>
    >();
  });

  it("refuses what is not paged, not spelt so, or of another type", () => {
    // @ts-expect-error one object, not a list
    client.paginate("/accounts/{AccountSid}/Usage/{Day}.json", { params: { path: { Day: "2025-01-01" } } });
    // @ts-expect-error a misspelt parameter
    client.paginate("/v1/Usage", { params: { query: { Grup: "sim" } } });
    // @ts-expect-error a misspelt option
    client.paginate("/v1/Usage", { limits: 5 });
  });

  it("has no windows", () => {
    const window = { from: "2025-01-01", to: "2025-02-01" } as const;
    // @ts-expect-error no such option
    client.paginate("/v1/Usage", { window });
    // @ts-expect-error the next page is known only from the page before it
    client.paginate("/v1/Usage", { concurrency: 8 });
    client.paginate("/v1/Usage", { concurrency: 1 });
    // @ts-expect-error no such method
    client.windows("/v1/Usage", { window });
  });

  it("has no hooks and no advice", () => {
    // @ts-expect-error no such option
    createClient<paths>(api, { hooks: { end: () => {} } });
    // @ts-expect-error no such option
    createClient<paths>(api, { advice: { 404: "look again" } });
    // @ts-expect-error a style is a value, not a name
    createClient<paths>(api, { styles: ["next-link"] });
  });
});
