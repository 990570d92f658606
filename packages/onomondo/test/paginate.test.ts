import { ApiError, createOnomondo } from "@usagewire/onomondo";
import { describe, expect, it } from "vitest";
import { emulated } from "./emulated.ts";

describe("an Onomondo list", () => {
  it("is walked by its tokens, with every filter on each page", async () => {
    const { client, queries } = await emulated({ authScheme: "both" });
    const query = { filter: ["time:2025-06", "country_code:dk"], limit: 50 };
    const records = await client.paginate("/usage", { params: { query } }).toArray();
    expect(
      records.every(({ time, country_code }) => time.startsWith("2025-06") && country_code === "dk"),
    ).toBe(true);
    expect(queries().length).toBeGreaterThan(2);
    for (const page of queries()) expect(page.getAll("filter[]")).toEqual(query.filter);
  });

  it("sends an offset with the first page only, so that nothing is skipped twice", async () => {
    const { client, queries } = await emulated({ authScheme: "both" });
    const all = await client.paginate("/usage", { params: { query: { filter: "time:2025-06" } } }).toArray();
    const query = { filter: "time:2025-06", offset: 7, limit: 100 };
    const pages = queries().length;
    expect(await client.paginate("/usage", { params: { query } }).toArray()).toEqual(all.slice(7));
    expect(
      queries()
        .slice(pages)
        .map((page) => page.get("offset")),
    ).toEqual(
      queries()
        .slice(pages)
        .map((_, index) => (index === 0 ? "7" : null)),
    );
  });

  it("has the records of every page of one SIM", async () => {
    const { client, emulator } = await emulated();
    const path = { sim_id: emulator.sim(0).iccid };
    const records = await client
      .paginate("/usage/{sim_id}", { params: { path, query: { limit: 100 } } })
      .toArray();
    expect(records).toHaveLength(1080);
    expect(new Set(records.map(({ bill_id }) => bill_id)).size).toBe(1080);
  });

  it("tries the forms of the key once, and keeps the accepted one", async () => {
    const { client, emulator } = await emulated();
    await client
      .paginate("/usage", { params: { query: { filter: "time:2025-06-01", limit: 10 } } })
      .toArray();
    const statuses = emulator.requests.map(({ status }) => status);
    expect(statuses.slice(0, 2)).toEqual([401, 200]);
    expect(statuses.slice(2).every((status) => status === 200)).toBe(true);
  });

  it("throws the 401 for a wrong key, without the key", async () => {
    const { emulator } = await emulated();
    const client = createOnomondo({ apiKey: "onok_wrong.key", baseUrl: emulator.url });
    const error: unknown = await client
      .paginate("/usage")
      .toArray()
      .catch((e) => e);
    expect(ApiError.find(error)?.status).toBe(401);
    expect(String(ApiError.find(error))).not.toContain("onok_wrong");
  });
});
