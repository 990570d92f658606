// Records fixtures/*.emulated.har from the emulator: `node scripts/record.ts`, after a build. Produces the same bytes every time.
import { writeHar } from "@usagewire/contract";
import { startEmulator } from "@usagewire/emulator";
import { type Fetch, record } from "@usagewire/replay";
import { ApiError, createTwilioSuperSim, createTwilioUsage } from "../src/index.ts";

const fixture = (name: string) => new URL(`../fixtures/${name}.emulated.har`, import.meta.url);
const comment = "emulated: recorded from @usagewire/emulator with its default seed and clock";
const usageRecords = "/2010-04-01/Accounts/{AccountSid}/Usage/Records";

/** Walks a list to its end, or to the error that the API responds with. */
async function drain(pager: { toArray(): Promise<unknown> }): Promise<void> {
  try {
    await pager.toArray();
  } catch (error) {
    if (ApiError.find(error) === undefined) throw error;
  }
}

await using emulator = await startEmulator({ supersim: { emptyPages: [2] }, usage: { emptyPages: [1] } });
const credentials = emulator.credentials.twilio;
const recorder = (origin: string) =>
  record((request) => fetch(request), { comment, origin, now: () => 0, secrets: [credentials.authToken] });

await recordSuperSim();
await recordUsage();

async function recordSuperSim() {
  const fetch = recorder("https://supersim.twilio.com");
  const supersim = createTwilioSuperSim({
    ...credentials,
    baseUrl: emulator.supersim.url,
    fetch: fetch as Fetch,
    // A recording shows the error response once.
    retry: false,
  });
  const [from, to] = ["2025-06-01T00:00:00Z", "2025-06-04T00:00:00Z"];

  fetch.page("three days by day and SIM of one fleet; the third page empty");
  const filters = {
    Granularity: "day",
    Group: "sim",
    Fleet: emulator.supersim.fleets[0]?.sid,
  } as const;
  await drain(
    supersim.paginate("/v1/UsageRecords", {
      params: { query: { ...filters, StartTime: from, EndTime: to, PageSize: 10 } },
      prefetch: 0,
    }),
  );

  fetch.page("a list whose second page is refused: too many concurrent requests");
  emulator.supersim.faults.add({ kind: "answer", status: 429, headers: { "Retry-After": "2" } }, { skip: 1 });
  const days = { Granularity: "day", StartTime: from, EndTime: to, PageSize: 1 } as const;
  await drain(supersim.paginate("/v1/UsageRecords", { params: { query: days }, prefetch: 0 }));

  // A call that is not paginated: its times are not aligned to the hour.
  const alone = recorder("https://supersim.twilio.com");
  const refused = createTwilioSuperSim({
    ...credentials,
    baseUrl: emulator.supersim.url,
    fetch: alone as Fetch,
  });
  await refused.GET("/v1/UsageRecords", {
    params: { query: { Granularity: "hour", StartTime: "2025-06-01T00:30:00Z", EndTime: to } },
  });

  await writeHar(fixture("supersim-usage-records"), await fetch.har());
  await writeHar(fixture("supersim-usage-records-refused"), await alone.har());
}

async function recordUsage() {
  const fetch = recorder("https://api.twilio.com");
  const usage = createTwilioUsage({
    ...credentials,
    baseUrl: emulator.usage.url,
    fetch: fetch as Fetch,
    retry: false,
  });

  fetch.page("one category by year, without subaccounts; the second page empty");
  const years = {
    Category: "sms",
    StartDate: "2019-01-01",
    EndDate: "2025-06-15",
    IncludeSubaccounts: false,
    PageSize: 3,
  } as const;
  await drain(usage.paginate(`${usageRecords}/Yearly.json`, { params: { query: years }, prefetch: 0 }));

  fetch.page("a list whose second page fails, as pages of heavy accounts do");
  emulator.usage.faults.add({ kind: "answer", status: 500 }, { skip: 1 });
  await drain(usage.paginate(`${usageRecords}/Yearly.json`, { params: { query: years }, prefetch: 0 }));

  fetch.page("a range that ends before it begins");
  const backwards = { StartDate: "2025-02-01", EndDate: "2025-01-01", PageSize: 2 } as const;
  await drain(usage.paginate(`${usageRecords}/Yearly.json`, { params: { query: backwards }, prefetch: 0 }));

  await writeHar(fixture("usage-records-yearly"), await fetch.har());
}
