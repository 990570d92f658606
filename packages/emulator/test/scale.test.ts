import { expect, test } from "vitest";
import { get, start } from "./support.ts";

const MILLIONS = 5_000_000;

test("serves the first and last of 5,000 pages without keeping records in memory", async () => {
  const emulator = await start({ supersim: { sims: MILLIONS } });
  const query = "/v1/UsageRecords?Group=sim&PageSize=1000";
  const before = process.memoryUsage().heapUsed;
  const first = await get(emulator, "supersim", query);
  const token = `AP${btoa(String(MILLIONS - 1000))}`;
  const last = await get(emulator, "supersim", `${query}&Page=4999&PageToken=${encodeURIComponent(token)}`);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
  expect(first.body.usage_records).toHaveLength(1000);
  expect(last.body.usage_records).toHaveLength(1000);
  expect(last.body.meta.next_page_url).toBeNull();
  const { sid } = emulator.supersim.sim(MILLIONS - 1);
  expect(last.body.usage_records.at(-1).sim_sid).toBe(sid);
});

test("sums the usage of five million SIMs exactly", async () => {
  const emulator = await start({ supersim: { sims: MILLIONS } });
  const total = async (query: string) => {
    const { body } = await get(
      emulator,
      "supersim",
      `/v1/UsageRecords?StartTime=2023-12-16T00:00:00Z&${query}`,
    );
    return body.usage_records.reduce(
      (sum: number, { data_total }: { data_total: number }) => sum + data_total,
      0,
    );
  };
  expect(await total("Group=network")).toBe(await total("Granularity=all"));
  expect(Number.isSafeInteger(await total("Granularity=all"))).toBe(true);
});

test("serves the last page of a million Onomondo records", async () => {
  const emulator = await start({ onomondo: { sims: 5551 } });
  const { body } = await get(emulator, "onomondo", "/usage?offset=999999&limit=1000");
  expect(body.usage).toHaveLength(81);
  expect(body.pagination).toEqual({ has_more: false });
});
