import { describe, expect, test } from "vitest";
import { allPages, get, records, start } from "./support.ts";

describe("Onomondo usage", () => {
  test("has the documented envelope and record", async () => {
    const emulator = await start();
    const { status, body } = await get(emulator, "onomondo", "/usage?limit=2");
    expect(status).toBe(200);
    expect(body.pagination).toEqual({
      next_page: expect.stringMatching(/^[A-Za-z0-9+/]+=+$/),
      has_more: true,
    });
    expect(body.usage).toHaveLength(2);
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    expect(body.usage[0]).toEqual({
      time: expect.stringMatching(/^2025-03-17 \d\d:\d\d:\d\d$/),
      bill_id: expect.stringMatching(uuid),
      sim_id: "000000001",
      iccid: "89457387300000000011",
      session_id: expect.stringMatching(uuid),
      bytes: expect.any(Number),
      country_code: "dk",
      network_type: expect.stringMatching(/^(2G|3G|4G|LTE-M)$/),
      network: { mcc: "238", mnc: "66" },
    });
  });

  test("has no next_page on the last page", async () => {
    const emulator = await start();
    const bodies = await allPages(emulator, "onomondo", "/usage");
    expect(bodies.map(({ usage }) => usage.length)).toEqual([1000, 1000, 340]);
    expect(bodies.at(-1).pagination).toEqual({ has_more: false });
  });

  test("has a different bill_id in each record", async () => {
    const emulator = await start();
    const all = await records(emulator, "onomondo", "/usage");
    expect(new Set(all.map(({ bill_id }) => bill_id)).size).toBe(all.length);
  });

  test("finds a SIM by ID or ICCID, and has several pages for the first SIM", async () => {
    const emulator = await start();
    const { id, iccid } = emulator.onomondo.sim(0);
    const byId = await records(emulator, "onomondo", `/usage/${id}`);
    expect(byId).toHaveLength(1080);
    expect(await records(emulator, "onomondo", `/usage/${iccid}`)).toEqual(byId);
    const everything = await records(emulator, "onomondo", "/usage");
    expect(everything.filter(({ sim_id }) => sim_id === id)).toEqual(byId);
  });

  test.each([
    ["filter=time:2025", 2340],
    ["filter=time:2025-04", 780],
    ["filter=time:2025-04-07", 26],
    ["filter=time:2024", 0],
    ["filter=time:2025-06-15", 0],
    ["filter=sim_id:000000003", 180],
    ["filter=sim_id:999999999", 0],
    ["filter=country_code:dk", 1260],
    ["filter=country_code:aq", 0],
    ["filter[]=time:2025-04&filter[]=sim_id:000000003&filter[]=country_code:se", 60],
    ["filter[]=sim_id:000000003&filter[]=country_code:dk", 0],
    ["filter=time:2025-04&filter[]=country_code:se", 120],
    ["filter[]=time:2025&filter[]=time:2025-04-07", 26],
    ["filter[]=sim_id:000000003&filter[]=sim_id:000000004", 0],
  ])("%s selects %i records, all that match", async (query, count) => {
    const emulator = await start();
    const all = await records(emulator, "onomondo", `/usage?${query}`);
    expect(all).toHaveLength(count);
    const everything = await records(emulator, "onomondo", "/usage");
    let matching = everything;
    for (const filter of new URLSearchParams(query).values()) {
      const [key = "", value] = filter.split(":");
      matching = matching.filter((record) => record[key].startsWith(value));
    }
    expect(all).toEqual(matching);
  });

  test("filters the records of a SIM by time and country", async () => {
    const emulator = await start();
    const filtered = (query: string) => records(emulator, "onomondo", `/usage/000000001?${query}`);
    expect(await filtered("filter=time:2025-04-07")).toHaveLength(12);
    expect(await filtered("filter[]=time:2025-04&filter[]=country_code:dk")).toHaveLength(360);
    expect(await filtered("filter=country_code:de")).toEqual([]);
  });

  test("grouped by hours, has one record for each SIM and hour, with the documented fields only", async () => {
    const emulator = await start();
    const hours = await records(emulator, "onomondo", "/usage?group=hours&limit=700");
    const single = await records(emulator, "onomondo", "/usage");
    const keyOf = ({ time, iccid }: { time: string; iccid: string }) => `${iccid} ${time.slice(0, 13)}`;
    const sums = new Map<string, number>();
    for (const record of single) sums.set(keyOf(record), (sums.get(keyOf(record)) ?? 0) + record.bytes);
    expect(hours).toHaveLength(sums.size);
    for (const record of hours) {
      expect(Object.keys(record).sort()).toEqual(["bill_id", "bytes", "iccid", "time"]);
      expect(record.time).toMatch(/:00:00$/);
      expect(record.bytes).toBe(sums.get(keyOf(record)));
    }
  });

  test("skips `offset` records from the start of the page", async () => {
    const emulator = await start();
    const all = await records(emulator, "onomondo", "/usage");
    const { body } = await get(emulator, "onomondo", "/usage?offset=5&limit=3");
    expect(body.usage).toEqual(all.slice(5, 8));
    const next = encodeURIComponent(body.pagination.next_page);
    const second = await get(emulator, "onomondo", `/usage?limit=3&next_page=${next}`);
    expect(second.body.usage).toEqual(all.slice(8, 11));
    const repeated = await get(emulator, "onomondo", `/usage?limit=3&offset=5&next_page=${next}`);
    expect(repeated.body.usage).toEqual(all.slice(13, 16));
  });

  test("can have an empty page in the middle", async () => {
    const emulator = await start({ onomondo: { emptyPages: [1] } });
    const bodies = await allPages(emulator, "onomondo", "/usage?limit=1000");
    expect(bodies.map(({ usage }) => usage.length)).toEqual([1000, 0, 1000, 340]);
    expect(bodies[1].pagination).toEqual({ next_page: expect.any(String), has_more: true });
  });

  test("sums the bytes of a tag's SIMs", async () => {
    const emulator = await start();
    const { sim, size, tagIds } = emulator.onomondo;
    const all = await records(emulator, "onomondo", "/usage");
    for (const tagId of tagIds) {
      const ids = Array.from({ length: size }, (_, index) => sim(index)).flatMap((one) =>
        one.tagId === tagId ? one.id : [],
      );
      const bytes = all.reduce((sum, record) => sum + (ids.includes(record.sim_id) ? record.bytes : 0), 0);
      const { body } = await get(emulator, "onomondo", `/usage/tag-total/${tagId}`);
      expect(body).toEqual({ tag_id: tagId, sims: ids.length, bytes });
    }
  });

  test.each([
    ["/usage?limit=0", 400, "invalid_limit"],
    ["/usage?limit=1001", 400, "invalid_limit"],
    ["/usage?limit=ten", 400, "invalid_limit"],
    ["/usage?offset=-1", 400, "invalid_offset"],
    ["/usage?next_page=MDAyNDY0OTk5", 400, "invalid_next_page"],
    ["/usage?next_page=", 400, "invalid_next_page"],
    ["/usage?group=days", 400, "invalid_group"],
    ["/usage?filter=time", 400, "invalid_filter"],
    ["/usage?filter=iccid:1", 400, "invalid_filter"],
    ["/usage?filter=time:2025-13", 400, "invalid_filter"],
    ["/usage?filter=time:2025-02-30", 400, "invalid_filter"],
    ["/usage?filter=time:2025-06-01T00", 400, "invalid_filter"],
    ["/usage?filter=time:2025&filter=country_code:dk", 400, "invalid_filter"],
    ["/usage/000000001?filter=sim_id:000000001", 400, "invalid_filter"],
    ["/usage/000000009", 404, "sim_not_found"],
    ["/usage/1", 404, "sim_not_found"],
    ["/usage/89457387300000000012", 404, "sim_not_found"],
    ["/usage/tag-total/00000000-0000-0000-0000-000000000000", 404, "tag_not_found"],
    ["/sims", 404, "not_found"],
  ])("rejects %s with %i %s", async (path, status, error) => {
    const emulator = await start();
    expect(await get(emulator, "onomondo", path)).toMatchObject({ status, body: { error } });
  });

  test("rejects methods other than GET", async () => {
    const emulator = await start();
    const headers = { authorization: emulator.credentials.onomondo.apiKey };
    const response = await fetch(`${emulator.onomondo.url}/usage`, { method: "DELETE", headers });
    expect([response.status, await response.json()]).toEqual([405, { error: "method_not_allowed" }]);
  });

  test.each([
    ["raw", 200, 401],
    ["bearer", 401, 200],
    ["both", 200, 200],
  ] as const)(
    "with the scheme %s, responds to the bare key with %i, and to Bearer with %i",
    async (authScheme, bare, bearer) => {
      const emulator = await start({ onomondo: { authScheme, apiKey: "onok_1.2" } });
      const status = async (authorization: string) =>
        (await get(emulator, "onomondo", "/usage?limit=1", { authorization })).status;
      expect([await status("onok_1.2"), await status("Bearer onok_1.2")]).toEqual([bare, bearer]);
      expect(await get(emulator, "onomondo", "/usage", {})).toMatchObject({
        status: 401,
        body: { error: "unauthorized" },
      });
    },
  );

  test("accepts only the bare key by default", async () => {
    const emulator = await start();
    const { apiKey } = emulator.credentials.onomondo;
    expect(apiKey).toMatch(/^onok_[0-9a-f]{6}\.[0-9a-f]{6}$/);
    expect((await get(emulator, "onomondo", "/usage", { authorization: `Bearer ${apiKey}` })).status).toBe(
      401,
    );
  });

  test("counts down in the rate limit headers, and rejects requests above the limit with a 429", async () => {
    const emulator = await start({ onomondo: { rateLimit: 2 } });
    const responses = [];
    const started = Date.now();
    for (let request = 0; request < 3; request += 1) {
      responses.push(await get(emulator, "onomondo", "/usage?limit=1"));
    }
    const ended = Date.now();
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(responses.map(({ headers }) => headers.get("x-ratelimit-remaining"))).toEqual(["1", "0", "0"]);
    const rejected = responses[2];
    expect(rejected?.body).toEqual({ error: "too_many_requests" });
    expect(rejected?.headers.get("x-ratelimit-limit")).toBe("2");
    expect(rejected?.headers.has("retry-after")).toBe(false);
    const reset = Number(rejected?.headers.get("x-ratelimit-reset"));
    expect(reset).toBeGreaterThanOrEqual(Math.floor((started + 60_000) / 1000));
    expect(reset).toBeLessThanOrEqual(Math.ceil((ended + 60_000) / 1000));
  });
});
