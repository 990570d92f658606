import { expectTypeOf, it } from "vitest";
import { createOnomondo, type OnomondoUsageRecord } from "../src/index.ts";

const onomondo = createOnomondo({ apiKey: "onok_1" });

it("types records by what is sure to be there", async () => {
  for await (const record of onomondo.paginate("/usage")) {
    expectTypeOf(record).toEqualTypeOf<OnomondoUsageRecord>();
    expectTypeOf(record.bytes).toEqualTypeOf<number>();
    expectTypeOf(record.sim_id).toEqualTypeOf<string | undefined>();
  }
});

it("takes one filter or several, and the page size as number or string", () => {
  onomondo.GET("/usage", { params: { query: { filter: "time:2020-01", limit: 10 } } });
  onomondo.GET("/usage", { params: { query: { filter: ["time:2020-01", "country_code:dk"], limit: "10" } } });
  // @ts-expect-error the wire name is not the client's
  onomondo.GET("/usage", { params: { query: { "filter[]": ["time:2020-01"] } } });
});

it("wants the SIM, and knows what is not paged", () => {
  onomondo.paginate("/usage/{sim_id}", { params: { path: { sim_id: "000000001" } } });
  // @ts-expect-error which SIM?
  onomondo.paginate("/usage/{sim_id}");
  // @ts-expect-error one object, not a list
  onomondo.paginate("/usage/tag-total/{tag_id}", { params: { path: { tag_id: "t" } } });
  expectTypeOf(
    onomondo.GET("/usage/tag-total/{tag_id}", { params: { path: { tag_id: "t" } } }),
  ).resolves.toHaveProperty("data");
});
