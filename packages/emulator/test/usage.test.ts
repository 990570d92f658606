import { describe, expect, test } from "vitest";
import { allPages, type Body, get, records, start, usagePath } from "./support.ts";

const RESOURCES = [
  "",
  "AllTime",
  "Daily",
  "LastMonth",
  "Monthly",
  "ThisMonth",
  "Today",
  "Yearly",
  "Yesterday",
];

describe("Twilio usage records", () => {
  test.each(RESOURCES)("Usage/Records/%s.json has the documented record and envelope", async (resource) => {
    const emulator = await start();
    const path = usagePath(emulator, resource);
    const { status, body } = await get(emulator, "usage", `${path}?Category=totalprice&PageSize=1`);
    const base = `/2010-04-01/Accounts/${emulator.credentials.twilio.accountSid}/Usage/Records`;
    expect(status).toBe(200);
    expect(body).toMatchObject({
      end: 0,
      first_page_uri: `${path}?Category=totalprice&PageSize=1&Page=0`,
      page: 0,
      page_size: 1,
      previous_page_uri: null,
      start: 0,
      uri: `${path}?Category=totalprice&PageSize=1&Page=0`,
    });
    const [record] = body.usage_records;
    expect(record).toEqual({
      account_sid: emulator.credentials.twilio.accountSid,
      api_version: "2010-04-01",
      as_of: "2025-06-15T12:00:00+00:00",
      category: "totalprice",
      count: null,
      count_unit: "",
      description: "Total Price",
      end_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      price: expect.stringMatching(/^\d+(\.\d{1,5})?$/),
      price_unit: "usd",
      start_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      subresource_uris: expect.objectContaining({
        all_time: `${base}/AllTime.json?Category=totalprice`,
        last_month: `${base}/LastMonth.json?Category=totalprice`,
      }),
      uri: `${path}?Category=totalprice&StartDate=${record.start_date}&EndDate=${record.end_date}`,
      usage: record.price,
      usage_unit: "usd",
    });
    expect(Object.keys(record.subresource_uris)).toHaveLength(8);
  });

  test.each([
    ["", [["2019-03-11", "2025-06-15"]]],
    ["AllTime", [["2019-03-11", "2025-06-15"]]],
    ["Today", [["2025-06-15", "2025-06-15"]]],
    ["Yesterday", [["2025-06-14", "2025-06-14"]]],
    ["ThisMonth", [["2025-06-01", "2025-06-15"]]],
    ["LastMonth", [["2025-05-01", "2025-05-31"]]],
    [
      "Yearly",
      [
        ["2025-01-01", "2025-06-15"],
        ["2024-01-01", "2024-12-31"],
      ],
    ],
    [
      "Monthly",
      [
        ["2025-06-01", "2025-06-15"],
        ["2025-05-01", "2025-05-31"],
        ["2025-04-01", "2025-04-30"],
      ],
    ],
    [
      "Daily",
      [
        ["2025-06-15", "2025-06-15"],
        ["2025-06-14", "2025-06-14"],
      ],
    ],
  ])("%s has a record for each of its periods, the newest first", async (resource, newest) => {
    const emulator = await start();
    const all = await records(
      emulator,
      "usage",
      usagePath(emulator, resource, "?Category=sms&PageSize=1000"),
    );
    expect(all.slice(0, newest.length).map(({ start_date, end_date }) => [start_date, end_date])).toEqual(
      newest,
    );
    expect(all.at(-1).start_date).toBe(
      ["Yearly", "Monthly", "Daily"].includes(resource) ? "2019-03-11" : newest[0]?.[0],
    );
  });

  test("periods are limited to StartDate and EndDate, both inclusive", async () => {
    const emulator = await start();
    const periods = async (resource: string, query: string) =>
      (await records(emulator, "usage", usagePath(emulator, resource, `?Category=sms&${query}`))).map(
        ({ start_date, end_date }) => `${start_date}/${end_date}`,
      );
    const range = "StartDate=2023-12-30&EndDate=2024-02-02";
    expect(await periods("Yearly", range)).toEqual(["2024-01-01/2024-02-02", "2023-12-30/2023-12-31"]);
    expect(await periods("Monthly", range)).toEqual([
      "2024-02-01/2024-02-02",
      "2024-01-01/2024-01-31",
      "2023-12-30/2023-12-31",
    ]);
    expect(await periods("Daily", "StartDate=2024-02-28&EndDate=2024-03-01")).toEqual([
      "2024-03-01/2024-03-01",
      "2024-02-29/2024-02-29",
      "2024-02-28/2024-02-28",
    ]);
    expect(await periods("Monthly", "StartDate=2024-01-31&EndDate=2024-02-01")).toEqual([
      "2024-02-01/2024-02-01",
      "2024-01-31/2024-01-31",
    ]);
    expect(await periods("", range)).toEqual(["2023-12-30/2024-02-02"]);
    expect(await periods("LastMonth", range)).toEqual([]);
  });

  test("dates can be offsets from today, with a percent-encoded plus sign", async () => {
    const emulator = await start();
    const from = (query: string) => get(emulator, "usage", usagePath(emulator, "", `?Category=sms&${query}`));
    const { body } = await from("StartDate=-30days&EndDate=%2B30days");
    expect(body.usage_records[0]).toMatchObject({ start_date: "2025-05-16", end_date: "2025-06-15" });
    const plain = await from("EndDate=+30days");
    expect(plain).toMatchObject({ status: 400, body: { code: 20001, status: 400 } });
    expect(plain.body.message).toContain(
      'EndDate must be YYYY-MM-DD or an offset such as -30days, not " 30days"',
    );
  });

  test("a range in the future has no records", async () => {
    const emulator = await start();
    for (const resource of RESOURCES) {
      expect(
        await records(emulator, "usage", usagePath(emulator, resource, "?StartDate=2026-01-01")),
      ).toEqual([]);
    }
  });

  test.each([
    ["an end before the start", "StartDate=2024-02-02&EndDate=2024-02-01", 404, 20404],
    ["a range before the account existed", "StartDate=2018-01-01&EndDate=2018-12-31", 404, 20404],
    ["an end before the account existed", "EndDate=2019-03-10", 404, 20404],
    ["an invalid date", "StartDate=2025-02-30", 400, 20001],
    ["a time instead of a date", "StartDate=2025-02-03T00:00:00Z", 400, 20001],
    ["an invalid boolean", "IncludeSubaccounts=yes", 400, 20001],
    ["a page size of 1001", "PageSize=1001", 400, 20001],
    ["a page without its token", "Page=2", 400, 20001],
  ])("%s is rejected", async (_, query, status, code) => {
    const emulator = await start();
    const response = await get(emulator, "usage", usagePath(emulator, "Yearly", `?${query}`));
    expect(response).toMatchObject({
      status,
      body: {
        code,
        message: expect.any(String),
        more_info: `https://www.twilio.com/docs/errors/${code}`,
        status,
      },
    });
  });

  test("records of another account are not found, and none without credentials", async () => {
    const emulator = await start();
    const other = usagePath(emulator).replace(/AC\w+/, `AC${"a".repeat(32)}`);
    expect(await get(emulator, "usage", other)).toMatchObject({ status: 404, body: { code: 20404 } });
    expect(await get(emulator, "usage", usagePath(emulator), {})).toMatchObject({
      status: 401,
      body: { code: 20003 },
    });
  });

  test("without a category, there is one record for each category and period", async () => {
    const emulator = await start();
    const { categories } = emulator.usage;
    const all = await records(
      emulator,
      "usage",
      usagePath(emulator, "Yearly", "?StartDate=2023-01-01&PageSize=1000"),
    );
    expect(categories.length).toBeGreaterThan(100);
    expect(categories).toContain("trunking-origination-mobile");
    expect(all).toHaveLength(3 * categories.length);
    expect(new Set(all.map(({ category, start_date }) => `${category}/${start_date}`)).size).toBe(all.length);
  });

  test("an unknown category is accepted and has no records", async () => {
    const emulator = await start();
    expect(await records(emulator, "usage", usagePath(emulator, "", "?Category=not-yet-invented"))).toEqual(
      [],
    );
  });

  test("a category sums the categories that it contains, and the total price sums all", async () => {
    const emulator = await start();
    const all = await records(emulator, "usage", usagePath(emulator, "LastMonth", "?PageSize=1000"));
    const of = (category: string): Body => all.find((record) => record.category === category);
    const [sms, inbound] = [of("sms"), of("sms-inbound")];
    expect(Number(inbound.count)).toBe(
      Number(of("sms-inbound-longcode").count) + Number(of("sms-inbound-shortcode").count),
    );
    expect(Number(sms.count)).toBeGreaterThan(Number(inbound.count));
    const tops = all.filter(
      ({ category }) =>
        category !== "totalprice" && !all.some((other) => category.startsWith(`${other.category}-`)),
    );
    const overlapping = all.filter((record) => record.category !== "totalprice" && !tops.includes(record));
    expect(overlapping.length).toBeGreaterThan(50);
    const units = (price: string) => Math.round(Number(price) * 1e5);
    // At least, not exactly: calls-recordings is not part of calls, although its name continues it.
    expect(units(of("totalprice").price)).toBeGreaterThanOrEqual(
      tops.reduce((sum, { price }) => sum + units(price), 0),
    );
  });

  test("days and months add up to the year", async () => {
    const emulator = await start();
    const units = async (resource: string, query: string) => {
      const all = await records(
        emulator,
        "usage",
        usagePath(emulator, resource, `?Category=totalprice&${query}`),
      );
      return all.reduce((sum, { price }) => sum + Math.round(Number(price) * 1e5), 0);
    };
    const year = "StartDate=2024-01-01&EndDate=2024-12-31&PageSize=1000";
    expect(await units("Daily", year)).toBe(await units("Yearly", year));
    expect(await units("Monthly", year)).toBe(await units("Yearly", year));
  });

  test("subaccounts are included by default", async () => {
    const emulator = await start();
    const price = async (query: string) =>
      Number(
        (await records(emulator, "usage", usagePath(emulator, "", `?Category=totalprice${query}`)))[0].price,
      );
    expect(await price("&IncludeSubaccounts=true")).toBe(await price(""));
    expect(await price("&IncludeSubaccounts=false")).toBeLessThan(await price(""));
  });

  test("links are relative, repeat every filter and have a percent-encoded token", async () => {
    const emulator = await start();
    const query = "?Category=sms&StartDate=2022-01-01&EndDate=%2B1days&IncludeSubaccounts=false&PageSize=2";
    const [first, last, ...rest] = await allPages(emulator, "usage", usagePath(emulator, "Yearly", query));
    expect(rest).toEqual([]);
    const address = usagePath(
      emulator,
      "Yearly",
      "?Category=sms&StartDate=2022-01-01&EndDate=%2B1days&IncludeSubaccounts=false",
    );
    expect(first).toMatchObject({
      next_page_uri: `${address}&PageSize=2&Page=1&PageToken=APMg%3D%3D`,
      previous_page_uri: null,
      start: 0,
      end: 1,
    });
    expect(last).toMatchObject({
      next_page_uri: null,
      page: 1,
      previous_page_uri: `${address}&PageSize=2&Page=0&PageToken=APMA%3D%3D`,
      start: 2,
      end: 3,
    });
  });

  test("the account's first day and the current time are options", async () => {
    const emulator = await start({
      now: new Date("2026-01-02T03:04:05Z"),
      usage: { accountCreated: new Date("2025-12-31") },
    });
    const all = await records(emulator, "usage", usagePath(emulator, "Daily", "?Category=sms"));
    expect(all.map(({ start_date }) => start_date)).toEqual(["2026-01-02", "2026-01-01", "2025-12-31"]);
    expect(all[0].as_of).toBe("2026-01-02T03:04:05+00:00");
  });
});
