import { describe, expect, test, vi } from "vitest";
import type { Emulator, Fault } from "../src/index.ts";
import { get, headersFor, records, start, usagePath } from "./support.ts";

const list = "/v1/UsageRecords";
const send = (emulator: Emulator, init: RequestInit = {}) =>
  fetch(emulator.supersim.url + list, { headers: headersFor(emulator, "supersim"), ...init });

describe("a fault", () => {
  test.each([429, 500, 503])("sends a %i with the provider's error body", async (status) => {
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

  test("sends any status, headers and body, as a proxy may", async () => {
    const emulator = await start();
    const { faults } = emulator.supersim;
    faults.add({ kind: "answer", status: 502, body: "<h1>Bad gateway</h1>" });
    faults.add({ kind: "answer", status: 503, body: "" });
    faults.add({ kind: "answer", status: 307, headers: { location: "http://127.0.0.1:9/" }, body: "" });
    faults.add({ kind: "answer", status: 200, body: "{", headers: { "content-type": "application/json" } });
    const html = await send(emulator);
    expect([html.status, html.headers.get("content-type"), await html.text()]).toEqual([
      502,
      "text/html; charset=utf-8",
      "<h1>Bad gateway</h1>",
    ]);
    const empty = await send(emulator);
    expect([empty.status, await empty.text()]).toEqual([503, ""]);
    const redirect = await send(emulator, { redirect: "manual" });
    expect([redirect.status, redirect.headers.get("location")]).toEqual([307, "http://127.0.0.1:9/"]);
    const broken = await send(emulator);
    expect([broken.status, broken.headers.get("content-type"), await broken.text()]).toEqual([
      200,
      "application/json",
      "{",
    ]);
  });

  test("delays the correct response", async () => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "delay", for: 150 });
    const started = performance.now();
    expect((await send(emulator)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(140);
  });

  test.each(["reset", "end"] as const)("closes the connection before the response (%s)", async (how) => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "cut", after: "nothing", how });
    await expect(send(emulator)).rejects.toThrow("fetch failed");
    expect(emulator.supersim.requests).toMatchObject([{ status: null }]);
    expect((await send(emulator)).status).toBe(200);
  });

  test.each([
    ["headers", "reset"],
    ["headers", "end"],
    ["half", "reset"],
    ["half", "end"],
  ] as const)("closes the connection after %s (%s)", async (after, how) => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "cut", after, how });
    const response = await send(emulator);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("terminated");
    expect((await send(emulator)).status).toBe(200);
  });

  test("stalls before the response, until the client aborts", async () => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "stall", after: "nothing" });
    await expect(send(emulator, { signal: AbortSignal.timeout(100) })).rejects.toThrow("timeout");
    expect((await send(emulator)).status).toBe(200);
  });

  test.each(["headers", "half"] as const)("stalls after %s, until the client aborts", async (after) => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "stall", after });
    const controller = new AbortController();
    const response = await send(emulator, { signal: controller.signal });
    expect(response.status).toBe(200);
    // A body that is complete, or an error, arrives well before.
    setTimeout(() => controller.abort(), 100);
    await expect(response.text()).rejects.toThrow("aborted");
  });

  test("does not count as a request in progress afterwards", async () => {
    const emulator = await start({ twilio: { maxConcurrentRequests: 1 } });
    const { faults } = emulator.supersim;
    faults.add({ kind: "stall", after: "nothing" });
    faults.add({ kind: "cut", after: "half" });
    const controller = new AbortController();
    const stalled = expect(send(emulator, { signal: controller.signal })).rejects.toThrow("aborted");
    await vi.waitFor(() => expect(emulator.supersim.requests).toHaveLength(1));
    controller.abort();
    await stalled;
    await expect((await send(emulator)).text()).rejects.toThrow();
    expect((await send(emulator)).status).toBe(200);
  });

  test("sends half of the JSON in a complete message", async () => {
    const emulator = await start();
    const whole = await (await send(emulator)).text();
    emulator.supersim.faults.add({ kind: "truncate" });
    const response = await send(emulator);
    expect(await response.text()).toBe(whole.slice(0, Math.floor(whole.length / 2)));
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  test("repeats the previous response", async () => {
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
  ])("sends the correct response %s", async (_, fault) => {
    const emulator = await start();
    const plain = await get(emulator, "supersim", list);
    emulator.supersim.faults.add(fault);
    const response = await send(emulator);
    expect(response.headers.get("content-encoding")).toBe("gzip" in fault ? "gzip" : null);
    expect(response.headers.has("content-length")).toBe(!("chunked" in fault));
    const text = await response.text();
    expect(JSON.parse(text)).toEqual(plain.body);
    if ("size" in fault) expect(text).toHaveLength(fault.size ?? 0);
  });
});

describe("faults", () => {
  test("affect `times` requests after `skip` others", async () => {
    const emulator = await start();
    const fault = emulator.supersim.faults.add({ kind: "answer", status: 500 }, { skip: 2, times: 2 });
    const statuses = [];
    for (let request = 0; request < 6; request += 1) statuses.push((await send(emulator)).status);
    expect(statuses).toEqual([200, 200, 500, 500, 200, 200]);
    expect(fault.hits).toBe(2);
  });

  test("affect only the given operation", async () => {
    const emulator = await start();
    emulator.onomondo.faults.add({ kind: "answer", status: 500 }, { operation: "GET /usage/{sim_id}" });
    expect((await get(emulator, "onomondo", "/usage?limit=1")).status).toBe(200);
    expect((await get(emulator, "onomondo", "/usage/000000001?limit=1")).status).toBe(500);
  });

  test("affect only URLs for which `where` returns true, such as large pages", async () => {
    const emulator = await start();
    const isLarge = (url: string) => url.includes("PageSize=1000");
    emulator.usage.faults.add({ kind: "answer", status: 500 }, { where: isLarge, times: 9 });
    const large = await get(emulator, "usage", usagePath(emulator, "Daily", "?PageSize=1000"));
    expect(large).toMatchObject({ status: 500, body: { code: 20500 } });
    expect((await get(emulator, "usage", usagePath(emulator, "Daily", "?PageSize=100"))).status).toBe(200);
  });

  test("can affect every operation", async () => {
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
      const faults: { add(fault: Fault, schedule: object): unknown } = emulator[api].faults;
      faults.add({ kind: "answer", status: 500 }, { operation: `GET ${template(path)}` });
      expect((await get(emulator, api, path)).status).toBe(500);
    }
  });

  test("do not affect unauthenticated requests", async () => {
    const emulator = await start();
    const fault = emulator.onomondo.faults.add({ kind: "answer", status: 500 });
    expect((await get(emulator, "onomondo", "/usage", { authorization: "Bearer x" })).status).toBe(401);
    expect(fault.hits).toBe(0);
  });

  test("can be removed, one or all", async () => {
    const emulator = await start();
    const { faults } = emulator.supersim;
    const first = faults.add({ kind: "answer", status: 500 }, { times: 9 });
    faults.add({ kind: "answer", status: 503 }, { times: 9 });
    first.remove();
    expect((await send(emulator)).status).toBe(503);
    faults.clear();
    expect((await send(emulator)).status).toBe(200);
  });

  test("with a probability affect the same requests for the same seed", async () => {
    const statusesFor = async (seed: string) => {
      const emulator = await start({ seed });
      emulator.supersim.faults.add({ kind: "answer", status: 503 }, { probability: 0.3 });
      const statuses = [];
      for (let request = 0; request < 200; request += 1) statuses.push((await send(emulator)).status);
      return statuses;
    };
    const statuses = await statusesFor("a");
    const share = statuses.filter((status) => status === 503).length / statuses.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
    expect(await statusesFor("a")).toEqual(statuses);
    expect(await statusesFor("b")).not.toEqual(statuses);
  });

  test("that stall connections do not keep the emulator from closing", async () => {
    const emulator = await start();
    emulator.supersim.faults.add({ kind: "stall", after: "half" }, { times: 20 });
    await Promise.all(Array.from({ length: 20 }, () => send(emulator)));
    await emulator.close();
    await expect(fetch(emulator.supersim.url)).rejects.toThrow("fetch failed");
  });

  test("on one page do not change other requests", async () => {
    const emulator = await start();
    const path = `${list}?Granularity=day&PageSize=10`;
    const all = await records(emulator, "supersim", path);
    emulator.supersim.faults.add({ kind: "cut", after: "half" }, { skip: 1 });
    await expect(records(emulator, "supersim", path)).rejects.toThrow();
    expect(await records(emulator, "supersim", path)).toEqual(all);
  });
});
