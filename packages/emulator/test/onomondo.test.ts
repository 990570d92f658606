import { describe, expect, test } from "vitest";
import { allPages, get, records, start } from "./support.ts";

describe("Onomondo usage", () => {
  test("answers with the documented envelope and record", async () => {
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

  test("the last page has no next page at all", async () => {
    const emulator = await start();
    const bodies = await allPages(emulator, "onomondo", "/usage");
    expect(bodies.map(({ usage }) => usage.length)).toEqual([1000, 1000, 340]);
    expect(bodies.at(-1).pagination).toEqual({ has_more: false });
  });

  test("no two records share a bill id", async () => {
    const emulator = await start();
    const all = await records(emulator, "onomondo", "/usage");
    expect(new Set(all.map(({ bill_id }) => bill_id)).size).toBe(all.length);
  });

  test("a SIM is found by id or ICCID, and the first one has several pages", async () => {
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
  ])("%s leaves %i records, all of which pass it", async (query, count) => {
    const emulator = await start();
    const all = await records(emulator, "onomondo", `/usage?${query}`);
    expect(all).toHaveLength(count);
    const everything = await records(emulator, "onomondo", "/usage");
    let passing = everything;
    for (const filter of new URLSearchParams(query).values()) {
      const [key = "", value] = filter.split(":");
      passing = passing.filter((record) => record[key].startsWith(value));
    }
    expect(all).toEqual(passing);
  });

  test("a SIM's records are filtered by time and country", async () => {
    const emulator = await start();
    const filtered = (query: string) => records(emulator, "onomondo", `/usage/000000001?${query}`);
    expect(await filtered("filter=time:2025-04-07")).toHaveLength(12);
    expect(await filtered("filter[]=time:2025-04&filter[]=country_code:dk")).toHaveLength(360);
    expect(await filtered("filter=country_code:de")).toEqual([]);
  });

  test("by hours, one record stands for an hour of a SIM and only the sure fields are there", async () => {
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

  test("an offset skips records from wherever the page begins", async () => {
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

  test("a page can come empty in the middle", async () => {
    const emulator = await start({ onomondo: { emptyPages: [1] } });
    const bodies = await allPages(emulator, "onomondo", "/usage?limit=1000");
    expect(bodies.map(({ usage }) => usage.length)).toEqual([1000, 0, 1000, 340]);
    expect(bodies[1].pagination).toEqual({ next_page: expect.any(String), has_more: true });
  });

  test("a tag's total is the bytes of its SIMs", async () => {
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
  ])("%s is refused", async (path, status, error) => {
    const emulator = await start();
    expect(await get(emulator, "onomondo", path)).toMatchObject({ status, body: { error } });
  });

  test("methods other than GET are refused", async () => {
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
    "with the scheme %s, the bare key is answered with %i, Bearer with %i",
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

  test("the bare key is what is accepted by default", async () => {
    const emulator = await start();
    const { apiKey } = emulator.credentials.onomondo;
    expect(apiKey).toMatch(/^onok_[0-9a-f]{6}\.[0-9a-f]{6}$/);
    expect((await get(emulator, "onomondo", "/usage", { authorization: `Bearer ${apiKey}` })).status).toBe(
      401,
    );
  });

  test("the rate headers count down, and what exceeds the limit is answered with 429", async () => {
    const emulator = await start({ onomondo: { rateLimit: 2 } });
    const answers = [];
    for (let request = 0; request < 3; request += 1)
      answers.push(await get(emulator, "onomondo", "/usage?limit=1"));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get("x-ratelimit-remaining"))).toEqual(["1", "0", "0"]);
    const refused = answers[2];
    expect(refused?.body).toEqual({ error: "too_many_requests" });
    expect(refused?.headers.get("x-ratelimit-limit")).toBe("2");
    expect(refused?.headers.has("retry-after")).toBe(false);
    const wait = Number(refused?.headers.get("x-ratelimit-reset")) - Date.now() / 1000;
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(61);
  });
});
