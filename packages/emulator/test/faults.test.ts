import { describe, expect, test } from "vitest";
import type { Emulator, Fault } from "../src/index.ts";
import { get, headersFor, records, start, usagePath } from "./support.ts";

const list = "/v1/UsageRecords";
const ask = (emulator: Emulator, init: RequestInit = {}) =>
  fetch(emulator.supersim.url + list, { headers: headersFor(emulator, "supersim"), ...init });

describe("a fault", () => {
  test.each([429, 500, 503])("answers %i in the provider's own words", async (status) => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "answer", status });
    emulator.onomondo.faults.add({ kind: "answer", status, headers: { "retry-after": "2" } });
    const twilio = await get(emulator, "supersim", list);
    expect(twilio).toMatchObject({ status, body: { code: 20000 + status, status } });
    expect(twilio.headers.get("twilio-request-id")).toMatch(/^RQ/);
    const onomondo = await get(emulator, "onomondo", "/usage");
    expect(onomondo).toMatchObject({ status, body: { error: expect.stringMatching(/^[a-z]+(_[a-z]+)*$/) } });
    expect(onomondo.headers.get("retry-after")).toBe("2");
    expect((await get(emulator, "supersim", list)).status).toBe(200);
  });

  test("answers with whatever a proxy would", async () => {
    const emulator = await start();
    const { faults } = emulator.supersim;
    faults.add({ kind: "answer", status: 502, body: "<h1>Bad gateway</h1>" });
    faults.add({ kind: "answer", status: 503, body: "" });
    faults.add({ kind: "answer", status: 307, headers: { location: "http://127.0.0.1:9/" }, body: "" });
    faults.add({ kind: "answer", status: 200, body: "{", headers: { "content-type": "application/json" } });
    const html = await ask(emulator);
    expect([html.status, html.headers.get("content-type"), await html.text()]).toEqual([
      502,
      "text/html; charset=utf-8",
      "<h1>Bad gateway</h1>",
    ]);
    const empty = await ask(emulator);
    expect([empty.status, await empty.text()]).toEqual([503, ""]);
    const redirect = await ask(emulator, { redirect: "manual" });
    expect([redirect.status, redirect.headers.get("location")]).toEqual([307, "http://127.0.0.1:9/"]);
    const broken = await ask(emulator);
    expect([broken.status, broken.headers.get("content-type"), await broken.text()]).toEqual([
      200,
      "application/json",
      "{",
    ]);
  });

  test("delays the right answer", async () => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "delay", for: 150 });
    const began = performance.now();
    expect((await ask(emulator)).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(140);
  });

  test.each(["reset", "end"] as const)("cuts the connection before the answer (%s)", async (how) => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "cut", after: "nothing", how });
    await expect(ask(emulator)).rejects.toThrow("fetch failed");
    expect(emulator.supersim.requests).toMatchObject([{ status: null }]);
    expect((await ask(emulator)).status).toBe(200);
  });

  test.each([
    ["headers", "reset"],
    ["headers", "end"],
    ["half", "reset"],
    ["half", "end"],
  ] as const)("cuts the connection after %s (%s)", async (after, how) => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "cut", after, how });
    const response = await ask(emulator);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
    expect((await ask(emulator)).status).toBe(200);
  });

  test("stalls before the answer, until the client gives up", async () => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "stall", after: "nothing" });
    await expect(ask(emulator, { signal: AbortSignal.timeout(100) })).rejects.toThrow("timeout");
    expect((await ask(emulator)).status).toBe(200);
  });

  test.each(["headers", "half"] as const)("stalls after %s, until the client gives up", async (after) => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "stall", after });
    const response = await ask(emulator, { signal: AbortSignal.timeout(100) });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("timeout");
  });

  test("leaves no place taken in the account's concurrency", async () => {
    const emulator = await start({ twilio: { maxConcurrentRequests: 1 } });
    const { faults } = emulator.supersim;
    faults.add({ kind: "stall", after: "nothing" });
    faults.add({ kind: "cut", after: "half" });
    await expect(ask(emulator, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
    await expect((await ask(emulator)).text()).rejects.toThrow();
    expect((await ask(emulator)).status).toBe(200);
  });

  test("truncates the JSON of a complete message", async () => {
    const emulator = await start();
    const whole = await (await ask(emulator)).text();
    emulator.supersim.faults.add({ kind: "truncate" });
    const response = await ask(emulator);
    expect(await response.text()).toBe(whole.slice(0, Math.floor(whole.length / 2)));
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  test("repeats the answer before", async () => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "repeat" }, { skip: 1 });
    const first = await get(emulator, "supersim", `${list}?Granularity=day&PageSize=10`);
    const second = await get(emulator, "supersim", first.body.meta.next_page_url);
    expect(second.body).toEqual(first.body);
    const third = await get(emulator, "supersim", first.body.meta.next_page_url);
    expect(third.body.meta.page).toBe(1);
  });

  test.each<[string, Fault]>([
    ["compressed", { kind: "transport", gzip: true }],
    ["in chunks", { kind: "transport", chunked: true }],
    ["of ten megabytes", { kind: "transport", size: 10_000_000 }],
    ["compressed, in chunks and large", { kind: "transport", gzip: true, chunked: true, size: 3_000_000 }],
  ])("gives the right answer %s", async (_, fault) => {
    const emulator = await start();
    const plain = await get(emulator, "supersim", list);
    emulator.supersim.faults.add(fault);
    const response = await ask(emulator);
    expect(response.headers.get("content-encoding")).toBe("gzip" in fault ? "gzip" : null);
    expect(response.headers.has("content-length")).toBe(!("chunked" in fault));
    const text = await response.text();
    expect(JSON.parse(text)).toEqual(plain.body);
    if ("size" in fault) expect(text).toHaveLength(fault.size ?? 0);
  });
});

describe("faults", () => {
  test("strike after those that are spared, as often as they are told to", async () => {
    const emulator = await start();
    const fault = emulator.supersim.faults.add({ kind: "answer", status: 500 }, { skip: 2, times: 2 });
    const statuses = [];
    for (let request = 0; request < 6; request += 1) statuses.push((await ask(emulator)).status);
    expect(statuses).toEqual([200, 200, 500, 500, 200, 200]);
    expect(fault.hits).toBe(2);
  });

  test("strike one operation only, where they are told to", async () => {
    const emulator = await start();
    emulator.onomondo.faults.add({ kind: "answer", status: 500 }, { operation: "GET /usage/{sim_id}" });
    expect((await get(emulator, "onomondo", "/usage?limit=1")).status).toBe(200);
    expect((await get(emulator, "onomondo", "/usage/000000001?limit=1")).status).toBe(500);
  });

  test("strike some requests only, as a heavy account's largest pages", async () => {
    const emulator = await start();
    const heavy = (url: string) => url.includes("PageSize=1000");
    emulator.usage.faults.add({ kind: "answer", status: 500 }, { where: heavy, times: 9 });
    const large = await get(emulator, "usage", usagePath(emulator, "Daily", "?PageSize=1000"));
    expect(large).toMatchObject({ status: 500, body: { code: 20500 } });
    expect((await get(emulator, "usage", usagePath(emulator, "Daily", "?PageSize=100"))).status).toBe(200);
  });

  test("can strike every operation", async () => {
    const emulator = await start();
    const { tagIds } = emulator.onomondo;
    const { accountSid } = emulator.credentials.twilio;
    const resources = [
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
    const paths = [
      ["supersim", list],
      ...resources.map((resource) => ["usage", usagePath(emulator, resource)] as const),
      ["onomondo", "/usage"],
      ["onomondo", "/usage/000000001"],
      ["onomondo", `/usage/tag-total/${tagIds[0]}`],
    ] as const;
    const template = (path: string) =>
      path
        .replace(accountSid, "{AccountSid}")
        .replace("000000001", "{sim_id}")
        .replace(String(tagIds[0]), "{tag_id}");
    for (const [api, path] of paths) {
      const board: { add(fault: Fault, schedule: object): unknown } = emulator[api].faults;
      board.add({ kind: "answer", status: 500 }, { operation: `GET ${template(path)}` });
      expect((await get(emulator, api, path)).status).toBe(500);
    }
  });

  test("spare those who are not let in", async () => {
    const emulator = await start();
    const fault = emulator.onomondo.faults.add({ kind: "answer", status: 500 });
    expect((await get(emulator, "onomondo", "/usage", { authorization: "Bearer x" })).status).toBe(401);
    expect(fault.hits).toBe(0);
  });

  test("can be taken away, one or all", async () => {
    const emulator = await start();
    const { faults } = emulator.supersim;
    const first = faults.add({ kind: "answer", status: 500 }, { times: 9 });
    faults.add({ kind: "answer", status: 503 }, { times: 9 });
    first.remove();
    expect((await ask(emulator)).status).toBe(503);
    faults.clear();
    expect((await ask(emulator)).status).toBe(200);
  });

  test("strike at random from the seed: the same requests, each time", async () => {
    const struck = async (seed: string) => {
      const emulator = await start({ seed });
      emulator.supersim.faults.add({ kind: "answer", status: 503 }, { probability: 0.3 });
      const statuses = [];
      for (let request = 0; request < 200; request += 1) statuses.push((await ask(emulator)).status);
      return statuses;
    };
    const statuses = await struck("a");
    const share = statuses.filter((status) => status === 503).length / statuses.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
    expect(await struck("a")).toEqual(statuses);
    expect(await struck("b")).not.toEqual(statuses);
  });

  test("that break connections leave nothing behind that would keep the emulator from closing", async () => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "stall", after: "half" }, { times: 20 });
    await Promise.all(Array.from({ length: 20 }, () => ask(emulator)));
    const began = performance.now();
    await emulator.close();
    expect(performance.now() - began).toBeLessThan(500);
  });

  test("on one page leave the other pages as they were", async () => {
    const emulator = await start();
    const path = `${list}?Granularity=day&PageSize=10`;
    const all = await records(emulator, "supersim", path);
    emulator.supersim.faults.add({ kind: "cut", after: "half" }, { skip: 1 });
    await expect(records(emulator, "supersim", path)).rejects.toThrow();
    expect(await records(emulator, "supersim", path)).toEqual(all);
  });
});
