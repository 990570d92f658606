import fc from "fast-check";
import { expect, test } from "vitest";
import { startEmulator } from "../src/index.ts";
import { type ApiName, headersFor, usagePath } from "./support.ts";

const DAY = 86_400_000;
const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The lists of one day. */
const pathsOf = (api: ApiName, day: string, next: string): readonly string[] =>
  ({
    supersim: [
      `/v1/UsageRecords?Granularity=hour&PageSize=24&StartTime=${day}T00:00:00Z&EndTime=${next}T00:00:00Z`,
      `/v1/UsageRecords?Granularity=day&Group=sim&StartTime=${day}T00:00:00Z&EndTime=${next}T00:00:00Z`,
      `/v1/UsageRecords?Fleet=smart-meters&StartTime=${day}T00:00:00Z&EndTime=${next}T00:00:00Z`,
    ],
    usage: [
      `/Daily.json?StartDate=${day}&EndDate=${day}&PageSize=200`,
      `.json?StartDate=${day}&EndDate=${day}&IncludeSubaccounts=false`,
    ],
    onomondo: [
      `/usage?filter=time:${day}`,
      `/usage?filter=time:${day}&group=hours`,
      `/usage/000000001?filter=time:${day}&limit=5`,
    ],
  })[api];

interface Clock {
  /** Milliseconds after the start of the day. */
  readonly after: number;
  /** Days between the account's first day and the day. */
  readonly accountAge: number;
}

/** The bodies that an emulator with this clock sends for a day. Only the time at which Twilio says so may differ. */
async function bytesOf(api: ApiName, seed: string, day: number, clock: Clock): Promise<string[]> {
  const now = day + clock.after;
  const twilio = { accountSid: `AC${"0".repeat(32)}`, authToken: "t" };
  await using emulator = await startEmulator({
    ...{ seed, now: new Date(now), twilio, supersim: { publicUrl: "https://supersim.example" } },
    usage: { accountCreated: new Date(day - clock.accountAge * DAY) },
  });
  const headers = headersFor(emulator, api);
  const base = api === "usage" ? usagePath(emulator).replace(".json", "") : "";
  return await Promise.all(
    pathsOf(api, dateOf(day), dateOf(day + DAY)).map(async (path) => {
      const response = await fetch(emulator[api].url + base + path, { headers });
      const text = await response.text();
      expect(response.status, text).toBe(200);
      const asOf = `"as_of":"${new Date(now).toISOString().slice(0, 19)}+00:00"`;
      if (api === "usage") expect(text).toContain(asOf);
      return text.replaceAll(asOf, '"as_of":""');
    }),
  );
}

const days = fc
  .integer({ min: Date.UTC(2001, 0, 1) / DAY, max: Date.UTC(2099, 0, 1) / DAY })
  .map((n) => n * DAY);

/** Clocks for which a day is past and still in the provider's history. */
const clocks = (history: number) =>
  fc.record({ after: fc.integer({ min: DAY, max: history * DAY }), accountAge: fc.nat(1000) });

test.each([
  ["supersim", 540],
  ["usage", 5000],
  ["onomondo", 90],
] as const)("a past day of %s has the same bytes whatever the clock shows", async (api, history) => {
  const clock = clocks(history);
  await fc.assert(
    fc.asyncProperty(fc.string(), days, clock, clock, async (seed, day, one, other) => {
      expect(await bytesOf(api, seed, day, one)).toEqual(await bytesOf(api, seed, day, other));
    }),
    // Each run starts two emulators.
    { numRuns: 40 },
  );
});

test("no two Onomondo records have the same bill, over SIMs and days that no history holds together", async () => {
  const bills = new Set<string>();
  const apart = [0, 89, 90, 91, 180, 3600].map((offset) => Date.UTC(2020, 0, 1) + offset * DAY);
  for (const day of apart) {
    await using emulator = await startEmulator({ now: new Date(day + DAY), onomondo: { sims: 200 } });
    const headers = headersFor(emulator, "onomondo");
    const response = await fetch(`${emulator.onomondo.url}/usage?filter=time:${dateOf(day)}`, { headers });
    const { usage } = (await response.json()) as { usage: { bill_id: string }[] };
    for (const { bill_id } of usage) bills.add(bill_id);
  }
  expect(bills.size).toBe(apart.length * (12 + 199 * 2));
});
