import { expectTypeOf, it } from "vitest";
import { createOnomondo, type OnomondoUsageRecord } from "../src/lean.ts";

const onomondo = createOnomondo({ apiKey: "onok_1" });

it("types records as the full client does", async () => {
  expectTypeOf(await onomondo.paginate("/usage").toArray()).toEqualTypeOf<OnomondoUsageRecord[]>();
  // @ts-expect-error which SIM?
  onomondo.paginate("/usage/{sim_id}");
});

it("has no windows, hooks and advice", () => {
  const window = { from: "2025-01-01", to: "2025-02-01" } as const;
  // @ts-expect-error no such option
  onomondo.paginate("/usage", { window });
  // @ts-expect-error no such method
  onomondo.windows("/usage", { window });
  // @ts-expect-error no such option
  createOnomondo({ apiKey: "onok_1", hooks: { end: () => {} } });
  // @ts-expect-error no such option
  createOnomondo({ apiKey: "onok_1", advice: { not_found: "look again" } });
});
