import { describe, expect, test } from "vitest";
import { basic, get, records, start } from "./support.ts";

const list = "/v1/UsageRecords";

describe("Super SIM rejects", () => {
  test.each([
    ["an unknown granularity", "Granularity=week", 83600],
    ["an unknown group", "Group=country", 83600],
    ["a network that is not a SID", "Network=HW1", 83600],
    ["a country that is not a code", "IsoCountry=Germany", 83600],
    ["a time without a zone", "StartTime=2025-06-01T00:00:00", 83600],
    ["a date instead of a time", "StartTime=2025-06-01", 83600],
    ["a month 13", "StartTime=2025-13-01T00:00:00Z", 83600],
    ["an end before the start", "StartTime=2025-06-02T00:00:00Z&EndTime=2025-06-01T00:00:00Z", 83600],
    ["an empty range", "StartTime=2025-06-01T00:00:00Z&EndTime=2025-06-01T00:00:00Z", 83600],
    ["a day that starts at 01:00", "Granularity=day&StartTime=2025-06-01T01:00:00Z", 83601],
    ["an hour that ends at 01:30", "Granularity=hour&EndTime=2025-06-01T01:30:00Z", 83602],
    ["32 days by SIM", "Group=sim&StartTime=2025-05-01T00:00:00Z&EndTime=2025-06-02T00:00:00Z", 83603],
    [
      "32 days by hour",
      "Granularity=hour&StartTime=2025-05-01T00:00:00Z&EndTime=2025-06-02T00:00:00Z",
      83604,
    ],
    [
      "three months and a day, by day",
      "Granularity=day&StartTime=2025-03-01T00:00:00Z&EndTime=2025-06-02T00:00:00Z",
      83604,
    ],
    ["more than 18 months", "StartTime=2023-12-01T00:00:00Z&EndTime=2025-06-15T00:00:00Z", 83604],
    ["a start more than 18 months ago", "StartTime=2023-12-15T11:59:59Z&EndTime=2024-01-15T00:00:00Z", 83605],
    ["a page size of 0", "PageSize=0", 20001],
    ["a page size of 1001", "PageSize=1001", 20001],
    ["a page size that is not a number", "PageSize=many", 20001],
    ["a page without its token", "Page=1", 20001],
    ["a token from elsewhere", "Page=1&PageToken=APzz", 20001],
  ])("%s", async (_, query, code) => {
    const emulator = await start();
    const { status, body } = await get(emulator, "supersim", `${list}?${query}`);
    expect({ status, body }).toEqual({
      status: 400,
      body: {
        code,
        message: expect.any(String),
        more_info: `https://www.twilio.com/docs/errors/${code}`,
        status: 400,
      },
    });
  });

  test("nothing exactly at the limits", async () => {
    const emulator = await start();
    const accepted = [
      ["Group=sim&StartTime=2025-05-01T00:00:00Z&EndTime=2025-06-01T00:00:00Z", 48],
      ["Granularity=hour&StartTime=2025-05-01T00:00:00Z&EndTime=2025-06-01T00:00:00Z", 744],
      ["Granularity=day&StartTime=2025-02-28T00:00:00Z&EndTime=2025-05-28T00:00:00Z", 89],
      ["StartTime=2023-12-15T12:00:00Z&EndTime=2025-06-15T12:00:00Z", 1],
      ["StartTime=2025-06-01T00:00:00.000Z&EndTime=2025-06-02T02:00:00%2B02:00&PageSize=1000", 1],
      ["Granularity=day&Page=0&PageSize=1", 31],
    ] as const;
    for (const [query, count] of accepted) {
      expect(await records(emulator, "supersim", `${list}?${query}`), query).toHaveLength(count);
    }
  });

  test("missing and wrong credentials, on every path", async () => {
    const emulator = await start();
    const { accountSid, authToken } = emulator.credentials.twilio;
    const wrong: Record<string, string>[] = [
      {},
      basic(accountSid, "guessed"),
      basic(authToken, accountSid),
      { authorization: `Bearer ${authToken}` },
      { authorization: authToken },
    ];
    for (const headers of wrong) {
      for (const path of [list, "/v1/Unknown"]) {
        const { status, body, headers: responseHeaders } = await get(emulator, "supersim", path, headers);
        expect(status).toBe(401);
        expect(responseHeaders.get("www-authenticate")).toContain("Basic");
        expect(body).toMatchObject({ code: 20003, status: 401 });
      }
    }
  });

  test("neither the auth token, nor the API key, nor the Bearer token", async () => {
    const emulator = await start();
    const { twilio, twilioApiKey, twilioToken } = emulator.credentials;
    const accepted: Record<string, string>[] = [
      basic(twilio.accountSid, twilio.authToken),
      basic(twilioApiKey.apiKey, twilioApiKey.apiKeySecret),
      { authorization: `Bearer ${twilioToken.token}` },
    ];
    for (const headers of accepted) {
      expect((await get(emulator, "supersim", list, headers)).status).toBe(200);
    }
  });

  test("unknown paths, and methods other than GET", async () => {
    const emulator = await start();
    const unknown = await get(emulator, "supersim", "/v1/Sims");
    expect(unknown).toMatchObject({ status: 404, body: { code: 20404, status: 404 } });
    const { accountSid, authToken } = emulator.credentials.twilio;
    const init = { headers: basic(accountSid, authToken) };
    const post = await fetch(emulator.supersim.url + list, { ...init, method: "POST", body: "x=1" });
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect(await post.json()).toMatchObject({ code: 20004, status: 405 });
    const head = await fetch(emulator.supersim.url + list, { ...init, method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });
});
