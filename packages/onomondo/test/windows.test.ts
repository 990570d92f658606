import { describe, expect, it } from "vitest";
import { emulated } from "./emulated.ts";

describe("windows of Onomondo", () => {
  const window = { from: "2025-04-29", to: "2025-06-03" } as const;

  it("are days and whole months, in addition to other filters", async () => {
    const { client } = await emulated();
    const params = { query: { filter: "country_code:dk" } };
    const filters = client.windows("/usage", { params, window }).map(({ params }) => params.query?.filter);
    expect(filters).toEqual(
      ["2025-04-29", "2025-04-30", "2025-05", "2025-06-01", "2025-06-02"].map((period) => [
        "country_code:dk",
        `time:${period}`,
      ]),
    );
  });

  it("contain exactly the records of the range, at any concurrency", async () => {
    const { client } = await emulated();
    const day = ({ time }: { time: string }) => time.slice(0, 10);
    const all = await client.paginate("/usage").toArray();
    const inRange = all.filter((record) => day(record) >= window.from && day(record) < window.to);
    const cut = await client.paginate("/usage", { window, concurrency: 4 }).toArray();
    const ids = (records: typeof all) => records.map(({ bill_id }) => bill_id).sort();
    expect(ids(cut)).toEqual(ids(inRange));
    expect(await client.paginate("/usage", { window: { ...window, by: "day" } }).toArray()).toEqual(cut);
  });

  it("throw if the query has a time filter, too", async () => {
    const { client } = await emulated();
    const params = { query: { filter: ["time:2025-06"] } };
    expect(() => client.paginate("/usage", { params, window })).toThrow(/time:2025-06/);
  });
});
