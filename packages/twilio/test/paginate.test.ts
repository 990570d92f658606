import { pipeline } from "node:stream/promises";
import { type Emulator, type EmulatorOptions, startEmulator } from "@usagewire/emulator";
import { createTwilioSuperSim, createTwilioUsage, PaginationError, RateLimitError } from "@usagewire/twilio";
import { describe, expect, it, onTestFinished } from "vitest";

async function emulated(options: EmulatorOptions = {}) {
  const emulator = await startEmulator(options);
  onTestFinished(() => emulator.close());
  const credentials = emulator.credentials.twilio;
  return {
    emulator,
    supersim: createTwilioSuperSim({ ...credentials, baseUrl: emulator.supersim.url }),
    usage: createTwilioUsage({ ...credentials, baseUrl: emulator.usage.url }),
  };
}

const records = "/v1/UsageRecords";
const yearly = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Yearly.json";
const june = { StartTime: "2025-06-01T00:00:00Z", EndTime: "2025-06-11T00:00:00Z" };
/** 240 records. */
const hours = { query: { Granularity: "hour", ...june } } as const;

const queries = (emulator: Emulator) =>
  emulator.supersim.requests.map(({ url }) => Object.fromEntries(new URL(url, "http://x").searchParams));

describe("a Super SIM list", () => {
  it("is walked by its absolute links, with every filter and header on each page", async () => {
    const { emulator, supersim } = await emulated();
    const all = await supersim
      .paginate(records, { params: { query: { ...hours.query, PageSize: 100 } } })
      .toArray();
    expect(all).toHaveLength(240);
    expect(queries(emulator).map(({ Page, PageToken, ...filters }) => [Page, filters])).toEqual(
      [undefined, "1", "2"].map((page) => [page, { ...hours.query, PageSize: "100" }]),
    );
  });

  it("stays with the address it was given, whatever host the links name", async () => {
    const { emulator, supersim } = await emulated({
      supersim: { publicUrl: "https://elsewhere.example.com" },
    });
    expect(await supersim.paginate(records, { params: hours }).toArray()).toHaveLength(240);
    expect(emulator.supersim.requests).toHaveLength(2);
  });

  it.each([
    [1, [1]],
    [50, [50]],
    [201, [101, 101]],
    [240, [120, 120]],
    [1000, [200, 200]],
  ])("with limit %i asks for pages of %j and no surplus one", async (limit, sizes) => {
    const { emulator, supersim } = await emulated();
    const pager = supersim.paginate(records, { params: hours, limit });
    expect(await pager.toArray()).toHaveLength(Math.min(limit, 240));
    expect(pager.truncated).toBe(limit < 240);
    expect(queries(emulator).map(({ PageSize }) => Number(PageSize))).toEqual(sizes);
  });

  it("loses and repeats nothing when resumed after any record, by another client", async () => {
    const { supersim } = await emulated({ supersim: { emptyPages: [1] } });
    const params = { query: { ...hours.query, PageSize: 50 } };
    const whole = await supersim.paginate(records, { params }).toArray();
    for (const stop of [1, 49, 50, 51, 120, 239, 240]) {
      const pager = supersim.paginate(records, { params });
      const first = [];
      for await (const record of pager) if (first.push(record) === stop) break;
      const rest = await supersim.paginate(records, { params, cursor: pager.cursor }).toArray();
      expect([...first, ...rest]).toEqual(whole);
    }
  });

  it("comes out whole where the server gives smaller pages than asked for", async () => {
    const { supersim } = await emulated({ supersim: { clampPageSize: 49 } });
    expect(await supersim.paginate(records, { params: hours }).toArray()).toHaveLength(240);
  });

  it("that fails on the way says where to go on", async () => {
    const { emulator, supersim } = await emulated();
    const params = { query: { ...hours.query, PageSize: 100 } };
    emulator.supersim.faults.add(
      { kind: "answer", status: 429, headers: { "Retry-After": "3600" } },
      { skip: 1 },
    );
    const error: unknown = await supersim
      .paginate(records, { params })
      .toArray()
      .catch((e) => e);
    expect(RateLimitError.find(error)).toMatchObject({ status: 429, code: 20429, retryAfter: 3600 });
    if (!PaginationError.is(error)) throw error;
    expect({ items: error.items?.length, yielded: error.itemsYielded }).toEqual({ items: 100, yielded: 100 });
    const rest = await supersim.paginate(records, { params, cursor: error.cursor }).toArray();
    expect(rest).toHaveLength(140);
  });

  it("is aborted at once while a page is on its way, and resumes", async () => {
    const { emulator, supersim } = await emulated();
    emulator.supersim.faults.add({ kind: "stall", after: "headers" }, { skip: 1 });
    const controller = new AbortController();
    const params = { query: { ...hours.query, PageSize: 100 } };
    const pager = supersim.paginate(records, { params, signal: controller.signal });
    const got: unknown[] = [];
    const reason = new Error("enough");
    const walk = (async () => {
      for await (const record of pager) got.push(record);
    })();
    await expect.poll(() => got.length).toBe(100);
    controller.abort(reason);
    const error: unknown = await walk.catch((e) => e);
    expect(error).toMatchObject({ reason: "aborted", cause: reason });
    expect(await supersim.paginate(records, { params, cursor: pager.cursor }).toArray()).toHaveLength(140);
  });

  it("tells its progress by what was handed out", async () => {
    const { supersim } = await emulated();
    const seen: [number, number][] = [];
    const params = { query: { ...hours.query, PageSize: 100 } };
    await supersim
      .paginate(records, { params, onProgress: ({ pages, items }) => seen.push([pages, items]) })
      .toArray();
    expect(seen).toEqual([
      [1, 100],
      [2, 200],
      [3, 240],
    ]);
  });

  it("shares its requests among consumers, each record delivered once", async () => {
    const { emulator, supersim } = await emulated();
    const pager = supersim.paginate(records, { params: { query: { ...hours.query, PageSize: 100 } } });
    const parts = await Promise.all(
      [1, 2, 3].map(async () => {
        const part = [];
        for await (const record of pager) part.push(record);
        return part;
      }),
    );
    expect(parts.flat()).toHaveLength(240);
    expect(new Set(parts.flat().map(({ period }) => period?.start_time)).size).toBe(240);
    expect(emulator.supersim.requests).toHaveLength(3);
  });

  it("feeds a stream, no faster than it drinks", async () => {
    const { emulator, supersim } = await emulated();
    const pager = supersim.paginate(records, { params: { query: { ...hours.query, PageSize: 10 } } });
    let drunk = 0;
    await pipeline(pager, async (source) => {
      for await (const _ of source) {
        drunk += 1;
        if (drunk === 20) expect(emulator.supersim.requests.length).toBeLessThanOrEqual(7);
      }
    });
    expect(drunk).toBe(240);
  });
});

describe("windows of Super SIM", () => {
  // The client knows how far back the provider keeps data, so that these days are counted from the real today.
  const now = new Date();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
  const range = { from: daysAgo(161), to: daysAgo(0) };

  it("cut a range that is too long for the provider, in the order of its records", async () => {
    const { emulator, supersim } = await emulated({ now });
    const params = { query: { Granularity: "hour" } } as const;
    const starts = (
      await supersim.paginate(records, { params, window: range, concurrency: 4 }).toArray()
    ).map(({ period }) => period?.start_time ?? "");
    expect(starts).toHaveLength(161 * 24);
    expect(starts).toEqual([...starts].sort().reverse());
    expect(emulator.supersim.requests.every(({ status }) => status === 200)).toBe(true);
  });

  it("yield the same records at any concurrency, by any unit, in mid-way resumed", async () => {
    const { supersim } = await emulated({ now });
    const params = { query: { Granularity: "day", Group: "sim" } } as const;
    const window = { from: daysAgo(31), to: daysAgo(0) };
    const whole = await supersim.paginate(records, { params, window }).toArray();
    expect(whole).toHaveLength(31 * 48);
    for (const by of ["day", "week", "month"] as const) {
      const pager = supersim.paginate(records, { params, window: { ...window, by }, concurrency: 8 });
      const first = [];
      for await (const record of pager) if (first.push(record) === 700) break;
      const options = { params, window: { ...window, by }, concurrency: 3, cursor: pager.cursor };
      expect([...first, ...(await supersim.paginate(records, options).toArray())]).toEqual(whole);
    }
  });

  it("are plain JSON for a job queue", async () => {
    const { supersim } = await emulated({ now });
    const params = { query: { Granularity: "hour" } } as const;
    const jobs = supersim.windows(records, { params, window: range });
    const parts = [];
    for (const job of JSON.parse(JSON.stringify(jobs)) as typeof jobs) {
      parts.push(...(await supersim.paginate(job.path, { params: job.params }).toArray()));
    }
    expect(parts).toEqual(await supersim.paginate(records, { params, window: range }).toArray());
  });

  it("are refused where cutting would change the records", async () => {
    const { supersim } = await emulated({ now });
    expect(() => supersim.paginate(records, { window: range })).toThrow(/Granularity/);
    const params = { query: { Granularity: "hour" } } as const;
    const unaligned = { ...range, from: `${range.from}T00:30:00Z` };
    expect(() => supersim.paginate(records, { params, window: unaligned })).toThrow(
      `${range.from}T01:00:00Z`,
    );
    expect(() => supersim.paginate(records, { params, window: { ...range, from: "2015-01-01" } })).toThrow(
      /P18M/,
    );
  });
});

describe("a list of usage records", () => {
  it("is walked by its relative links", async () => {
    const { emulator, usage } = await emulated();
    const params = { query: { StartDate: "2020-01-01", EndDate: "2025-06-15", PageSize: 300 } };
    const all = await usage.paginate(yearly, { params }).toArray();
    expect(all.length).toBe(emulator.usage.categories.length * 6);
    expect(emulator.usage.requests.every(({ status }) => status === 200)).toBe(true);
  });

  it("is cut into whole years, whose ends are inclusive on the wire", async () => {
    const { emulator, usage } = await emulated();
    const params = { query: { Category: "sms" } };
    const years = usage.windows(yearly, {
      params,
      window: { from: "2022-01-01", to: "2025-01-01", by: "year" },
    });
    expect(years.map(({ params }) => params.query)).toEqual(
      ["2022", "2023", "2024"].map((year) => ({
        Category: "sms",
        StartDate: `${year}-01-01`,
        EndDate: `${year}-12-31`,
      })),
    );
    const window = { from: "2022-01-01", to: "2025-01-01", by: "year" } as const;
    expect(await usage.paginate(yearly, { params, window, concurrency: 3 }).toArray()).toHaveLength(3);
    expect(emulator.usage.requests).toHaveLength(3);
  });

  it("takes offsets from today, with the plus sign encoded", async () => {
    const { emulator, usage } = await emulated();
    await usage
      .paginate(yearly, { params: { query: { StartDate: "-30days", EndDate: "+30days" } } })
      .toArray();
    expect(emulator.usage.requests[0]).toMatchObject({
      status: 200,
      url: expect.stringContaining("%2B30days"),
    });
  });
});
