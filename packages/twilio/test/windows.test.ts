import { ApiError } from "@usagewire/twilio";
import { describe, expect, it } from "vitest";
import { emulated, records, yearly } from "./emulated.ts";

describe("windows of Super SIM", () => {
  // The clock of the emulated Twilio shows 2025-06-15, whatever the date of this machine.
  const range = { from: "2025-01-05", to: "2025-06-15" };

  it("cut a range that is too long for one request, in the order of its records", async () => {
    const { emulator, supersim } = await emulated();
    const params = { query: { Granularity: "hour" } } as const;
    const starts = (
      await supersim.paginate(records, { params, window: range, concurrency: 4 }).toArray()
    ).map(({ period }) => period?.start_time ?? "");
    expect(starts).toHaveLength(161 * 24);
    expect(starts).toEqual([...starts].sort().reverse());
    expect(emulator.supersim.requests.every(({ status }) => status === 200)).toBe(true);
  });

  it("yield the same records at any concurrency, by any unit, and when resumed", async () => {
    const { supersim } = await emulated();
    const params = { query: { Granularity: "day", Group: "sim" } } as const;
    const window = { from: "2025-05-15", to: "2025-06-15" };
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
    const { supersim } = await emulated();
    const params = { query: { Granularity: "hour" } } as const;
    const jobs = supersim.windows(records, { params, window: range });
    const parts = [];
    for (const job of JSON.parse(JSON.stringify(jobs)) as typeof jobs) {
      parts.push(...(await supersim.paginate(job.path, { params: job.params }).toArray()));
    }
    expect(parts).toEqual(await supersim.paginate(records, { params, window: range }).toArray());
  });

  it("throw if cutting would change the records", async () => {
    const { supersim } = await emulated();
    expect(() => supersim.paginate(records, { window: range })).toThrow(/Granularity/);
    const params = { query: { Granularity: "hour" } } as const;
    const unaligned = { ...range, from: `${range.from}T00:30:00Z` };
    expect(() => supersim.paginate(records, { params, window: unaligned })).toThrow(
      `${range.from}T01:00:00Z`,
    );
  });
});

describe("windows that reach back further than Twilio keeps data", () => {
  const params = { query: { Granularity: "day" } } as const;
  const window = { from: "2023-06-01", to: "2025-06-01" };

  it("are Twilio's to refuse, by its own clock, after the records that it has", async () => {
    const { supersim } = await emulated();
    const pager = supersim.paginate(records, { params, window });
    const starts: string[] = [];
    const walk = async () => {
      for await (const { period } of pager) starts.push(period?.start_time ?? "");
    };
    const error = ApiError.find(await walk().catch((reason: unknown) => reason));
    expect(error).toMatchObject({ status: 400, code: 83605 });
    expect(starts.at(-1)).toBe("2024-03-01T00:00:00Z");
  });
});

describe("windows of usage records", () => {
  it("are whole years, sent with inclusive end dates", async () => {
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
});
