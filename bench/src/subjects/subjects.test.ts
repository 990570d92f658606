import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve } from "../server/server.ts";
import { createRecord, DISTINCT_RECORDS } from "../server/usage-list.ts";
import { days, lastDays, loadSubject } from "./subject.ts";

const RECORDS = 30;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve({ records: RECORDS, latency: 1 });
});
afterAll(() => server.close());

/** Runs a subject; returns the records it passed on and the number of requests it sent. */
async function walk(name: string, task: object) {
  const run = await loadSubject(name);
  const records: number[] = [];
  server.takeRequests();
  await run({ origin: server.origin, ...task }, (bytes) => records.push(bytes));
  return { records, requests: server.takeRequests() };
}

const expected = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => createRecord((first + index) % DISTINCT_RECORDS).data_total);

describe.each([
  "hand-written/drain",
  "openapi-fetch/drain",
  "core-paging/drain",
  "usagewire/drainPages",
  "usagewire/drainRecords",
  "twilio/drainEach",
  "twilio/drainList",
])("%s", (name) => {
  it("reads each record once, in order, with one request per page", async () => {
    const { records, requests } = await walk(name, { pageSize: 7 });
    expect(records).toEqual(expected(0, RECORDS));
    expect(requests).toBe(5);
  });
});

it.each(["hand-written", "usagewire"])("%s/drainSlowly reads the same records", async (client) => {
  const { records } = await walk(`${client}/drainSlowly`, { pageSize: 7, pause: 1 });
  expect(records).toEqual(expected(0, RECORDS));
});

it.each([
  ["hand-written", 1],
  ["twilio", 1],
  ["usagewire", 1],
  ["usagewire", 3],
])("%s/drainWindows with concurrency %d reads whole windows, newest first", async (client, concurrency) => {
  const range = lastDays(4);
  const { records, requests } = await walk(`${client}/drainWindows`, { ...range, pageSize: 50, concurrency });
  // The server counts days from 1970; each day's records follow those of the day before.
  const windows = [...days(range)].map(({ start }) => start.getTime() / 86_400_000);
  expect(records).toEqual(windows.flatMap((day) => expected(day * RECORDS, RECORDS)));
  expect(requests).toBe(4);
});

describe.each(["hand-written", "openapi-fetch", "usagewire"])("%s/callRepeatedly", (client) => {
  it.each([1, 4])("makes as many calls as requested, with concurrency %d", async (concurrency) => {
    const { records, requests } = await walk(`${client}/callRepeatedly`, { calls: 8, concurrency });
    expect(records).toEqual(Array(8).fill(expected(0, 1)[0]));
    expect(requests).toBe(8);
  });
});

it("throws if the subject does not exist", async () => {
  await expect(loadSubject("twilio/drain")).rejects.toThrow("subjects/twilio.ts does not export drain");
});
