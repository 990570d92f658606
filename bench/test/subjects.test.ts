import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSubject } from "../src/processes/load-subject.ts";
import { createRecord } from "../src/server/create-record.ts";
import { RING_RECORDS } from "../src/server/record-ring.ts";
import { serve } from "../src/server/serve.ts";
import { days, lastDays } from "../src/subjects/windows/days.ts";

const RECORDS = 30;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve({ records: RECORDS, latency: 1 });
});
afterAll(() => server.close());

/** What the subject hands over, and how many requests it sends for it. */
async function walk(path: string, task: object) {
  const run = await loadSubject(path);
  const handedOver: number[] = [];
  server.takeRequests();
  await run({ origin: server.origin, ...task }, (bytes) => handedOver.push(bytes));
  return { handedOver, requests: server.takeRequests() };
}

const stretch = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => createRecord((first + index) % RING_RECORDS).data_total);

const wholeList = [
  "hand-written",
  "openapi-fetch",
  "core-paging",
  "usagewire-pages",
  "usagewire-records",
  "twilio-each",
  "twilio-list",
];

describe.each(wholeList)("drain by %s", (name) => {
  it("hands over each record once, in the order of the list, with a request for each page", async () => {
    const { handedOver, requests } = await walk(`drain/${name}.ts`, { pageSize: 7 });
    expect(handedOver).toEqual(stretch(0, RECORDS));
    expect(requests).toBe(5);
  });
});

it.each(["hand-written", "usagewire"])("slow consumer by %s hands over the same", async (name) => {
  const { handedOver } = await walk(`slow-consumer/${name}.ts`, { pageSize: 7, pause: 1 });
  expect(handedOver).toEqual(stretch(0, RECORDS));
});

it.each([
  ["hand-written", 1],
  ["twilio", 1],
  ["usagewire", 1],
  ["usagewire", 3],
])("windows by %s, %d at once, come newest first and whole", async (name, concurrency) => {
  const range = lastDays(4);
  const { handedOver, requests } = await walk(`windows/${name}.ts`, { ...range, pageSize: 50, concurrency });
  // The server counts days from 1970: what a day holds lies behind what the day before it holds.
  const windows = [...days(range)].map(({ start }) => start.getTime() / 86_400_000);
  expect(handedOver).toEqual(windows.flatMap((day) => stretch(day * RECORDS, RECORDS)));
  expect(requests).toBe(4);
});

describe.each(["bare-fetch", "openapi-fetch", "usagewire"])("small calls by %s", (name) => {
  it.each([1, 4])("with %d at once are as many as asked for", async (atOnce) => {
    const { handedOver, requests } = await walk(`small-calls/${name}.ts`, { calls: 8, atOnce });
    expect(handedOver).toEqual(Array(8).fill(stretch(0, 1)[0]));
    expect(requests).toBe(8);
  });
});
