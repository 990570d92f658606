import { request } from "node:http";
import { describe, expect, test } from "vitest";
import { allPages, type Body, get, headersFor, records, start } from "./support.ts";

const list = "/v1/UsageRecords";

describe("Super SIM links", () => {
  test("are absolute, repeat every filter percent-encoded, and are null at the ends", async () => {
    const emulator = await start();
    const fleet = "Fleet=smart-meters";
    const query = `StartTime=2025-05-01T00:00:00Z&PageSize=20&Granularity=day&EndTime=2025-05-29T00:00:00Z&${fleet}`;
    const [first, last, ...rest] = await allPages(emulator, "supersim", `${list}?${query}`);
    expect(rest).toEqual([]);
    const times = ["StartTime=2025-05-01T00%3A00%3A00Z", "EndTime=2025-05-29T00%3A00%3A00Z"];
    const address = `${emulator.supersim.url}${list}?${times[0]}&Granularity=day&${times[1]}&${fleet}`;
    expect(first.meta).toEqual({
      first_page_url: `${address}&PageSize=20&Page=0`,
      key: "usage_records",
      next_page_url: `${address}&PageSize=20&Page=1&PageToken=APMjA%3D`,
      page: 0,
      page_size: 20,
      previous_page_url: null,
      url: `${address}&PageSize=20&Page=0`,
    });
    expect(last.meta).toMatchObject({
      first_page_url: first.meta.first_page_url,
      next_page_url: null,
      page: 1,
      page_size: 20,
      previous_page_url: `${address}&PageSize=20&Page=0&PageToken=APMA%3D%3D`,
      url: first.meta.next_page_url,
    });
  });

  test("lead back to the previous page", async () => {
    const emulator = await start();
    const [first, second] = await allPages(emulator, "supersim", `${list}?Granularity=day&PageSize=20`);
    const { body } = await get(emulator, "supersim", second.meta.previous_page_url);
    expect(body.usage_records).toEqual(first.usage_records);
  });

  test("are for pages of 50 records by default, and 1000 at most", async () => {
    const emulator = await start();
    const { body } = await get(emulator, "supersim", `${list}?Granularity=hour`);
    expect([body.usage_records.length, body.meta.page_size]).toEqual([50, 50]);
    const most = await get(emulator, "supersim", `${list}?Granularity=day&Group=sim&PageSize=1000`);
    expect([most.body.usage_records.length, most.body.meta.page_size]).toEqual([1000, 1000]);
  });

  test("have the host that the request was sent to, as behind a gateway", async () => {
    const emulator = await start();
    const { port } = new URL(emulator.supersim.url);
    const headers = { ...headersFor(emulator, "supersim"), host: "supersim.example:8080" };
    const text = await new Promise<string>((resolve, reject) => {
      request(
        { host: "127.0.0.1", port, path: `${list}?Granularity=day&PageSize=1`, headers },
        async (response) => {
          resolve((await response.toArray()).join(""));
        },
      )
        .on("error", reject)
        .end();
    });
    const { meta }: Body = JSON.parse(text);
    expect(meta.next_page_url).toMatch(/^http:\/\/supersim\.example:8080\/v1\/UsageRecords\?/);
  });

  test("have the given public URL", async () => {
    const emulator = await start({ supersim: { publicUrl: "https://supersim.twilio.com" } });
    const { body } = await get(emulator, "supersim", `${list}?Granularity=day&PageSize=1`);
    expect(body.meta.next_page_url).toMatch(
      /^https:\/\/supersim\.twilio\.com\/v1\/UsageRecords\?Granularity=day&/,
    );
    expect(body.meta.url).toMatch(/^https:\/\/supersim\.twilio\.com/);
  });

  test("continue after an empty page, so that no record is lost", async () => {
    const emulator = await start({ supersim: { emptyPages: [1] } });
    const plain = await start();
    const query = "?Granularity=day&PageSize=12";
    const bodies = await allPages(emulator, "supersim", list + query);
    expect(bodies.map(({ usage_records }) => usage_records.length)).toEqual([12, 0, 12, 7]);
    const all = bodies.flatMap(({ usage_records }) => usage_records);
    expect(all).toEqual(await records(plain, "supersim", list + query));
  });

  test("have the reduced page size with `clampPageSize`", async () => {
    const emulator = await start({ supersim: { clampPageSize: 249 } });
    const { body } = await get(emulator, "supersim", `${list}?Granularity=hour&PageSize=1000`);
    expect([body.usage_records.length, body.meta.page_size]).toEqual([249, 249]);
    expect(await records(emulator, "supersim", `${list}?Granularity=hour&PageSize=1000`)).toHaveLength(744);
  });

  test("without a filter of the first page lead to other records", async () => {
    const emulator = await start();
    const { body } = await get(emulator, "supersim", `${list}?Granularity=day&Sim=sim-0000001&PageSize=5`);
    const token = new URL(body.meta.next_page_url).searchParams.get("PageToken");
    const dropped = await get(
      emulator,
      "supersim",
      `${list}?Granularity=day&PageSize=5&Page=1&PageToken=${token}`,
    );
    expect(dropped.body.usage_records[0].sim_sid).toBeNull();
  });
});
