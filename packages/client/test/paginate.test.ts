import { describe, expect, it } from "vitest";
import { ApiError, basic, createClient, MalformedResponseError, ServerError } from "../src/index.ts";
import { api } from "./fleet-api/operations.ts";
import type { paths } from "./fleet-api/schema.ts";
import { json, serve } from "./serve.ts";

const records = Array.from({ length: 5 }, (_, bytes) => ({ sim: null, bytes, price: "0.1" }));

/** A list of five records, two a page, whose links name another host, as behind a gateway. */
async function fleet(options: { failFrom?: number } = {}) {
  const { url, seen } = await serve((request, response) => {
    const { searchParams } = new URL(request.url, "http://x");
    const page = Number(searchParams.get("Page") ?? 0);
    const size = Number(searchParams.get("PageSize"));
    if (page >= (options.failFrom ?? 99)) return json(response, { code: 20500, message: "Oops" }, 500);
    const next = new URLSearchParams(searchParams);
    next.set("Page", String(page + 1));
    json(response, {
      records: records.slice(page * size, (page + 1) * size),
      next: (page + 1) * size < records.length ? `https://elsewhere.example.com/v9/Other?${next}` : null,
    });
  });
  const client = createClient<paths>(api, { baseUrl: url, authorize: basic("AC1", "secret"), retry: false });
  return { client, seen };
}

describe("paginate", () => {
  it("yields every record, with the filters and credentials on each page and the host its own", async () => {
    const { client, seen } = await fleet();
    const pager = client.paginate("/v1/Usage", {
      params: { query: { Granularity: "day" } },
      headers: { "x-a": "1" },
    });
    expect(await pager.toArray()).toEqual(records);
    expect(seen.map(({ url }) => url)).toEqual([
      "/v1/Usage?Granularity=day&PageSize=2",
      "/v1/Usage?Granularity=day&PageSize=2&Page=1",
      "/v1/Usage?Granularity=day&PageSize=2&Page=2",
    ]);
    for (const { headers } of seen) {
      expect(headers).toMatchObject({ authorization: `Basic ${btoa("AC1:secret")}`, "x-a": "1" });
    }
  });

  it("tells a failing page apart in one line, and resumes after the last record", async () => {
    const broken = await fleet({ failFrom: 1 });
    const got: unknown[] = [];
    const error = await (async () => {
      for await (const record of broken.client.paginate("/v1/Usage")) got.push(record);
    })().catch((e: unknown) => e);
    expect(ServerError.find(error)).toMatchObject({ status: 500, code: 20500 });
    expect(ApiError.is(error)).toBe(false);

    const { client } = await fleet();
    const { cursor } = error as { cursor: string };
    expect([...got, ...(await client.paginate("/v1/Usage", { cursor }).toArray())]).toEqual(records);
  });

  it("rejects a body without the documented list as malformed", async () => {
    const { url } = await serve((_, response) => json(response, { recordz: [] }));
    const client = createClient<paths>(api, { baseUrl: url });
    const error = await client
      .paginate("/v1/Usage")
      .toArray()
      .catch((e: unknown) => e);
    expect(MalformedResponseError.find(error)?.message).toContain("GET /v1/Usage");
    expect(MalformedResponseError.find(error)?.message).toContain("/records");
  });

  it("throws at once for what it does not know, which would walk the whole list", async () => {
    const { client, seen } = await fleet();
    const misspelt: object = { lmit: 5 };
    expect(() => client.paginate("/v1/Usage", misspelt)).toThrow(
      'paginate /v1/Usage takes no "lmit"; accepted are limit',
    );
    const withoutParams: object = { query: { Group: "sim" } };
    expect(() => client.paginate("/v1/Usage", withoutParams)).toThrow('takes no "query"');
    await expect(client.GET("/v1/Usage", withoutParams)).rejects.toThrow(
      'GET /v1/Usage takes no "query"; accepted are params',
    );
    const misplaced: object = { params: { Group: "sim" } };
    await expect(client.GET("/v1/Usage", misplaced)).rejects.toThrow(
      'params takes no "Group"; accepted are query',
    );
    expect(seen).toEqual([]);
  });

  it("throws at once for a path that is not paged", async () => {
    const { client } = await fleet();
    const day = "/accounts/{AccountSid}/Usage/{Day}.json" as "/v1/Usage"; // what JavaScript callers may do
    expect(() => client.paginate(day)).toThrow(
      "GET /accounts/{AccountSid}/Usage/{Day}.json is not a paged operation; paged are GET /v1/Usage",
    );
  });

  it("refuses a cursor of other filters, other path parameters or another operation", async () => {
    const { client } = await fleet();
    const pager = client.paginate("/v1/Usage", { params: { query: { Granularity: "day" } } });
    for await (const _ of pager) break;
    expect(() => client.paginate("/v1/Usage", { cursor: pager.cursor })).toThrow(/cursor/);
  });
});
