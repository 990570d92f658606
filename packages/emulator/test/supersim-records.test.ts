import { describe, expect, test } from "vitest";
import { get, records, start } from "./support.ts";

const list = "/v1/UsageRecords";

describe("Super SIM usage records", () => {
  test("are one record of the last month by default", async () => {
    const emulator = await start();
    const { body } = await get(emulator, "supersim", list);
    expect(body.usage_records).toEqual([
      {
        period: { start_time: "2025-05-15T12:00:00Z", end_time: "2025-06-15T12:00:00Z" },
        account_sid: emulator.credentials.twilio.accountSid,
        sim_sid: null,
        network_sid: null,
        fleet_sid: null,
        iso_country: null,
        data_upload: expect.any(Number),
        data_download: expect.any(Number),
        data_total: expect.any(Number),
        data_total_billed: expect.stringMatching(/^\d+\.\d+$/),
        billed_unit: "USD",
      },
    ]);
    const [record] = body.usage_records;
    expect(record.data_total).toBe(record.data_upload + record.data_download);
  });

  test("have adjacent half-open time buckets, the newest first", async () => {
    const emulator = await start();
    const query = "?Granularity=hour&StartTime=2025-06-01T00:00:00Z&EndTime=2025-06-03T00:00:00Z";
    const all = await records(emulator, "supersim", list + query);
    expect(all).toHaveLength(48);
    expect(all[0].period).toEqual({ start_time: "2025-06-02T23:00:00Z", end_time: "2025-06-03T00:00:00Z" });
    expect(all.at(-1).period.start_time).toBe("2025-06-01T00:00:00Z");
    for (const [index, { period }] of all.slice(1).entries()) {
      expect(period.end_time).toBe(all[index].period.start_time);
    }
  });

  test("add up from hours to days and to the whole period", async () => {
    const emulator = await start();
    const period = "StartTime=2025-05-01T00:00:00Z&EndTime=2025-05-04T00:00:00Z";
    const [hours, days, whole] = await Promise.all(
      ["hour", "day", "all"].map((granularity) =>
        records(emulator, "supersim", `${list}?Granularity=${granularity}&${period}`),
      ),
    );
    expect(days).toHaveLength(3);
    expect(sum(hours)).toBe(sum(days));
    expect(sum(days)).toBe(sum(whole));
    expect(sum(hours?.slice(0, 24))).toBe(days?.[0].data_total);
  });

  test.each([
    ["sim", "sim_sid", 48],
    ["fleet", "fleet_sid", 3],
    ["network", "network_sid", 8],
    ["isoCountry", "iso_country", 6],
  ])("grouped by %s have only %s set, and add up to the whole", async (group, field, count) => {
    const emulator = await start();
    const grouped = await records(emulator, "supersim", `${list}?Group=${group}`);
    const whole = await records(emulator, "supersim", list);
    expect(new Set(grouped.map((record) => record[field])).size).toBe(count);
    for (const record of grouped) {
      const dimensions = ["sim_sid", "fleet_sid", "network_sid", "iso_country"];
      expect(dimensions.filter((dimension) => record[dimension] !== null)).toEqual([field]);
    }
    expect(sum(grouped)).toBe(sum(whole));
  });

  test("can be filtered by the SID or unique name of a SIM", async () => {
    const emulator = await start();
    const { sid, uniqueName } = emulator.supersim.sim(17);
    const [bySid] = await records(emulator, "supersim", `${list}?Sim=${sid}`);
    const [byName] = await records(emulator, "supersim", `${list}?Sim=${uniqueName}`);
    const grouped = await records(emulator, "supersim", `${list}?Group=sim`);
    expect(bySid).toEqual(byName);
    expect(grouped).toContainEqual(bySid);
  });

  test("with a filter equal the record of its group", async () => {
    const emulator = await start();
    const { fleets, networks } = emulator.supersim;
    const cases = [
      ["Fleet", "fleet", "fleet_sid", fleets[1]?.sid],
      ["Network", "network", "network_sid", networks[2]?.sid],
      ["IsoCountry", "isoCountry", "iso_country", "DE"],
    ];
    for (const [filter, group, field, value] of cases) {
      const [filtered] = await records(emulator, "supersim", `${list}?${filter}=${value}`);
      const grouped = await records(emulator, "supersim", `${list}?Group=${group}`);
      expect(filtered).toEqual(grouped.find((record) => record[String(field)] === value));
    }
    const [byName] = await records(emulator, "supersim", `${list}?Fleet=${fleets[1]?.uniqueName}`);
    expect(byName.fleet_sid).toBe(fleets[1]?.sid);
  });

  test("can be filtered and grouped at the same time", async () => {
    const emulator = await start();
    const query = `?Fleet=smart-meters&IsoCountry=DE&Group=sim`;
    const all = await records(emulator, "supersim", list + query);
    expect(all).toHaveLength(6);
    for (const record of all) {
      expect(record).toMatchObject({
        iso_country: "DE",
        fleet_sid: emulator.supersim.fleets[0]?.sid,
        network_sid: null,
      });
    }
  });

  test("are none for a filter with an unknown value", async () => {
    const emulator = await start();
    const queries = [
      "?Sim=nobody",
      "?Sim=HS00000000000000000000000000000001",
      "?Sim=sim-0000049",
      "?Fleet=x",
      "?IsoCountry=AQ",
    ];
    for (const query of queries) {
      expect(await records(emulator, "supersim", list + query)).toEqual([]);
    }
  });

  test("are none for a SIM of another fleet", async () => {
    const emulator = await start();
    expect(await records(emulator, "supersim", `${list}?Sim=sim-0000001&Fleet=vending-machines`)).toEqual([]);
  });

  test("cost 0 without a unit until their day is billed at its end, and if nothing was used", async () => {
    const emulator = await start();
    const hours = "Granularity=hour&StartTime=2025-06-14T00:00:00Z&EndTime=2025-06-15T12:00:00Z";
    const all = await records(emulator, "supersim", `${list}?${hours}&Fleet=vehicle-trackers`);
    const [lastOfToday, lastUsedOfYesterday] = [all[0], all[13]];
    expect(lastUsedOfYesterday).toMatchObject({
      period: { start_time: "2025-06-14T22:00:00Z" },
      billed_unit: "USD",
    });
    expect(lastOfToday).toMatchObject({ data_total_billed: "0", billed_unit: null });
    expect(lastOfToday.data_total).toBeGreaterThan(0);
    expect(all.at(-1)).toMatchObject({ data_total: 0, data_total_billed: "0", billed_unit: null });
  });

  test("cost exactly ten cents a megabyte", async () => {
    const emulator = await start();
    const period = "StartTime=2025-03-01T00:00:00Z&EndTime=2025-04-01T00:00:00Z";
    for (const { data_total, data_total_billed } of await records(
      emulator,
      "supersim",
      `${list}?${period}&Group=sim`,
    )) {
      expect(Math.round(Number(data_total_billed) * 1e7)).toBe(data_total);
      expect(data_total_billed).not.toMatch(/0$|\.$/);
    }
  });
});

const sum = (all: readonly { data_total: number }[] = []) =>
  all.reduce((total, { data_total }) => total + data_total, 0);
