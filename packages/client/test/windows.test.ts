import { describe, expect, it } from "vitest";
import { createClient } from "../src/index.ts";
import { api } from "./fleet-api/operations.ts";
import type { paths } from "./fleet-api/schema.ts";
import { json, serve } from "./serve.ts";

const window = { from: "2025-01-01", to: "2025-01-05", by: "day" } as const;

/** A list of one record a day, that knows how many requests it had at the same time. */
async function days() {
  let underWay = 0;
  let atOnce = 0;
  const { url, seen } = await serve((request, response) => {
    underWay += 1;
    atOnce = Math.max(atOnce, underWay);
    const { searchParams } = new URL(request.url, "http://x");
    const bytes = Number(searchParams.get("StartTime")?.slice(8, 10));
    setTimeout(() => {
      underWay -= 1;
      json(response, { records: [{ sim: null, bytes, price: null }], next: null });
    }, 20);
  });
  return { client: createClient<paths>(api, { baseUrl: url }), seen, atOnce: () => atOnce };
}

describe("windows", () => {
  it("cut a list by time, several at once, with the filters on each and the records in order", async () => {
    const { client, seen, atOnce } = await days();
    const params = { query: { Granularity: "day" } } as const;
    const records = await client.paginate("/v1/Usage", { params, window, concurrency: 2 }).toArray();
    expect(records.map(({ bytes }) => bytes)).toEqual([1, 2, 3, 4]);
    expect(atOnce()).toBe(2);
    expect(seen.map(({ url }) => url).sort()).toEqual(
      [1, 2, 3, 4].map(
        (day) =>
          `/v1/Usage?Granularity=day&StartTime=2025-01-0${day}T00%3A00%3A00Z&EndTime=2025-01-0${day + 1}T00%3A00%3A00Z&PageSize=2`,
      ),
    );
  });

  it("survive JSON, and give the same records one by one as together", async () => {
    const { client } = await days();
    const parts = client.windows("/v1/Usage", { params: { query: { Granularity: "day" } }, window });
    const queue: typeof parts = JSON.parse(JSON.stringify(parts));
    expect(queue).toEqual(parts);
    const records = [];
    for (const { path, params } of queue)
      records.push(...(await client.paginate(path, { params }).toArray()));
    expect(records.map(({ bytes }) => bytes)).toEqual([1, 2, 3, 4]);
  });

  it("are refused beside the caller's own times, and where a bound is not aligned", async () => {
    const { client } = await days();
    const query = { StartTime: new Date("2025-01-01") };
    expect(() => client.paginate("/v1/Usage", { params: { query }, window })).toThrow(
      "StartTime and window both",
    );
    const unaligned = { ...window, from: "2025-01-01T12:00:00Z" };
    expect(() => client.windows("/v1/Usage", { window: unaligned })).toThrow(
      "the nearest are 2025-01-01 and 2025-01-02",
    );
  });

  it("says what is missing, also to JavaScript", () => {
    const client = createClient<paths>(api);
    const windows = client.windows as (path: string, init?: object) => unknown; // what JavaScript callers may do
    expect(() => windows("/v1/Usage")).toThrow("window is missing");
    expect(() => windows("/v1/Usage", {})).toThrow("window is missing");
  });
});
