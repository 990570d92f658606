import { expectTypeOf, it } from "vitest";
import { createOnomondo, type OnomondoUsageRecord } from "../src/index.ts";

const onomondo = createOnomondo({ apiKey: "onok_1" });

it("has records whose members are optional unless the provider always sends them", async () => {
  for await (const record of onomondo.paginate("/usage")) {
    expectTypeOf(record).toEqualTypeOf<OnomondoUsageRecord>();
    expectTypeOf(record.bytes).toEqualTypeOf<number>();
    expectTypeOf(record.sim_id).toEqualTypeOf<string | undefined>();
  }
});

it("accepts one filter or several, and the page size as number or string", () => {
  onomondo.GET("/usage", { params: { query: { filter: "time:2020-01", limit: 10 } } });
  onomondo.GET("/usage", { params: { query: { filter: ["time:2020-01", "country_code:dk"], limit: "10" } } });
  // @ts-expect-error the name that is sent is not a parameter
  onomondo.GET("/usage", { params: { query: { "filter[]": ["time:2020-01"] } } });
});

it("requires the SIM, and rejects paths that are not paged", () => {
  onomondo.paginate("/usage/{sim_id}", { params: { path: { sim_id: "000000001" } } });
  // @ts-expect-error sim_id is missing
  onomondo.paginate("/usage/{sim_id}");
  // @ts-expect-error one object, not a list
  onomondo.paginate("/usage/tag-total/{tag_id}", { params: { path: { tag_id: "t" } } });
  expectTypeOf(
    onomondo.GET("/usage/tag-total/{tag_id}", { params: { path: { tag_id: "t" } } }),
  ).resolves.toHaveProperty("data");
});
