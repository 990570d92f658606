import { pipeline } from "node:stream/promises";
import type { Emulator } from "@usagewire/emulator";
import { PaginationError, RateLimitError } from "@usagewire/twilio";
import { describe, expect, it } from "vitest";
import { emulated, records, yearly } from "./emulated.ts";

const june = { StartTime: "2025-06-01T00:00:00Z", EndTime: "2025-06-11T00:00:00Z" };
/** 240 records. */
const hours = { query: { Granularity: "hour", ...june } } as const;

const queries = (emulator: Emulator) =>
  emulator.supersim.requests.map(({ url }) => Object.fromEntries(new URL(url, "http://x").searchParams));

describe("a Super SIM list", () => {
  it("is walked by its absolute links, with every filter on each page", async () => {
    const { emulator, supersim } = await emulated();
    const all = await supersim
      .paginate(records, { params: { query: { ...hours.query, PageSize: 100 } } })
      .toArray();
    expect(all).toHaveLength(240);
    expect(queries(emulator).map(({ Page, PageToken, ...filters }) => [Page, filters])).toEqual(
      [undefined, "1", "2"].map((page) => [page, { ...hours.query, PageSize: "100" }]),
    );
  });

  it("is requested from baseUrl, whichever host the links name", async () => {
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
  ])("with limit %i is requested in pages of %j and no more", async (limit, sizes) => {
    const { emulator, supersim } = await emulated();
    const pager = supersim.paginate(records, { params: hours, limit });
    expect(await pager.toArray()).toHaveLength(Math.min(limit, 240));
    expect(pager.truncated).toBe(limit < 240);
    expect(queries(emulator).map(({ PageSize }) => Number(PageSize))).toEqual(sizes);
  });

  it("loses and repeats nothing when it is resumed after any record", async () => {
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

  it("is complete if the server sends smaller pages than requested", async () => {
    const { supersim } = await emulated({ supersim: { clampPageSize: 49 } });
    expect(await supersim.paginate(records, { params: hours }).toArray()).toHaveLength(240);
  });

  it("that fails has a cursor to resume from", async () => {
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

  it("can be aborted while a page is in flight, and resumed", async () => {
    const { emulator, supersim } = await emulated();
    emulator.supersim.faults.add({ kind: "stall", after: "headers" }, { skip: 1 });
    const controller = new AbortController();
    const params = { query: { ...hours.query, PageSize: 100 } };
    const pager = supersim.paginate(records, { params, signal: controller.signal });
    const received: unknown[] = [];
    const reason = new Error("enough");
    const walk = (async () => {
      for await (const record of pager) received.push(record);
    })();
    await expect.poll(() => received.length).toBe(100);
    controller.abort(reason);
    const error: unknown = await walk.catch((e) => e);
    expect(error).toMatchObject({ reason: "aborted", cause: reason });
    expect(await supersim.paginate(records, { params, cursor: pager.cursor }).toArray()).toHaveLength(140);
  });

  it("reports progress by the records that were consumed", async () => {
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

  it("can be consumed in parallel, each record once, without more requests", async () => {
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

  it("can be the source of a stream, and requests no more than that consumes", async () => {
    const { emulator, supersim } = await emulated();
    const pager = supersim.paginate(records, { params: { query: { ...hours.query, PageSize: 10 } } });
    let consumed = 0;
    await pipeline(pager, async (source) => {
      for await (const _ of source) {
        consumed += 1;
        if (consumed === 20) expect(emulator.supersim.requests.length).toBeLessThanOrEqual(7);
      }
    });
    expect(consumed).toBe(240);
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

  it("accepts offsets from today, with the plus sign encoded", async () => {
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
