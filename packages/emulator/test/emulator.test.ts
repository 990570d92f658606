import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { startEmulator } from "../src/index.ts";
import { type ApiName, get, start, usagePath } from "./support.ts";

describe("the emulator", () => {
  test("listens on loopback, on a port for each API", async () => {
    const { supersim, usage, onomondo } = await start();
    const urls = [supersim.url, usage.url, onomondo.url];
    expect(new Set(urls).size).toBe(3);
    for (const url of urls) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test("gives the same answers for the same options, byte for byte", async () => {
    const asked: [ApiName, (path: string) => string][] = [
      ["supersim", () => "/v1/UsageRecords?Granularity=day&Group=sim&PageSize=100"],
      ["usage", (path) => `${path}?PageSize=100`],
      ["onomondo", () => "/usage?limit=100"],
    ];
    const answers = async (seed?: string) => {
      const emulator = await start({
        ...(seed === undefined ? {} : { seed }),
        supersim: { publicUrl: "https://x" },
      });
      const given = await Promise.all(
        asked.map(async ([api, path]) => (await get(emulator, api, path(usagePath(emulator, "Daily")))).body),
      );
      return JSON.stringify([given, emulator.credentials]);
    };
    expect(await answers()).toBe(await answers());
    expect(await answers("another")).not.toBe(await answers());
  });

  test("notes each request as it was sent, without its headers", async () => {
    const emulator = await start();
    const path = "/v1/UsageRecords?Sim=a%20b&Granularity=day";
    await get(emulator, "supersim", path);
    await get(emulator, "supersim", "/v1/UsageRecords", {});
    expect(emulator.supersim.requests).toEqual([
      { method: "GET", url: path, status: 200 },
      { method: "GET", url: "/v1/UsageRecords", status: 401 },
    ]);
    expect(emulator.usage.requests).toEqual([]);
  });

  test("uses the credentials it is given", async () => {
    const twilio = {
      accountSid: `AC${"1".repeat(32)}`,
      authToken: "t",
      apiKey: "SK1",
      apiKeySecret: "s",
      token: "b",
    };
    const { credentials } = await start({ twilio, onomondo: { apiKey: "k" } });
    const { accountSid, authToken, apiKey, apiKeySecret, token } = twilio;
    expect(credentials).toEqual({
      twilio: { accountSid, authToken },
      twilioApiKey: { accountSid, apiKey, apiKeySecret },
      twilioToken: { accountSid, token },
      onomondo: { apiKey: "k" },
    });
  });

  test("refuses what exceeds the account's concurrency, on both Twilio APIs together", async () => {
    const emulator = await start({
      twilio: { maxConcurrentRequests: 2 },
      supersim: { latency: 300 },
      usage: { latency: 300 },
    });
    const answers = await Promise.all([
      get(emulator, "supersim", "/v1/UsageRecords"),
      get(emulator, "usage", usagePath(emulator)),
      get(emulator, "supersim", "/v1/UsageRecords"),
      get(emulator, "usage", usagePath(emulator)),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 429, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: 20429, status: 429 });
    expect(refused?.headers.has("retry-after")).toBe(false);
    expect(Number(refused?.headers.get("twilio-concurrent-requests"))).toBeGreaterThan(2);
    const later = await get(emulator, "supersim", "/v1/UsageRecords");
    expect([later.status, later.headers.get("twilio-concurrent-requests")]).toEqual([200, "1"]);
  });

  test("gives each Twilio answer its headers, refusals too", async () => {
    const emulator = await start();
    const answers = [
      await get(emulator, "supersim", "/v1/UsageRecords"),
      await get(emulator, "usage", usagePath(emulator)),
      await get(emulator, "usage", "/nowhere", {}),
    ];
    for (const { headers } of answers) {
      expect(headers.get("twilio-request-id")).toMatch(/^RQ[0-9a-f]{32}$/);
      expect(headers.get("twilio-request-duration")).toMatch(/^0\.\d{3}$/);
    }
    expect(new Set(answers.map(({ headers }) => headers.get("twilio-request-id"))).size).toBe(3);
  });

  test("answers after its latency", async () => {
    const emulator = await start({ supersim: { latency: 120 } });
    const began = performance.now();
    await get(emulator, "supersim", "/v1/UsageRecords");
    expect(performance.now() - began).toBeGreaterThan(110);
  });

  test("frees its ports, also while answers are awaited, and can be closed twice", async () => {
    const emulator = await startEmulator({ supersim: { latency: 10_000 } });
    const waiting = get(emulator, "supersim", "/v1/UsageRecords");
    const ended = expect(waiting).rejects.toThrow();
    await get(emulator, "onomondo", "/usage?limit=1");
    await emulator.close();
    await ended;
    await emulator.close();
    await expect(fetch(emulator.onomondo.url)).rejects.toThrow();
    const port = Number(new URL(emulator.supersim.url).port);
    const again = await start({ supersim: { port } });
    expect(again.supersim.url).toBe(emulator.supersim.url);
  });

  test("leaves no port open when one that is asked for is taken", async () => {
    await using taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const address = taken.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const { supersim, close } = await startEmulator();
    await close();
    const port = Number(new URL(supersim.url).port);
    const starting = startEmulator({ supersim: { port }, onomondo: { port: address.port } });
    await expect(starting).rejects.toThrow("EADDRINUSE");
    await expect(fetch(supersim.url)).rejects.toThrow();
  });

  test("leaves the process's own Request and Response alone, and lets it end once it is closed", async () => {
    const source = fileURLToPath(new URL("../src/index.ts", import.meta.url));
    const program = `
      const own = [Request, Response];
      const { startEmulator } = await import(${JSON.stringify(source)});
      const emulator = await startEmulator();
      const headers = { authorization: emulator.credentials.onomondo.apiKey };
      const response = await fetch(emulator.onomondo.url + "/usage?limit=1", { headers });
      console.log(response.status, (await response.json()).usage.length);
      console.log(own[0] === Request, own[1] === Response);
      await emulator.close();`;
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
      timeout: 20_000,
    });
    expect((await run).stdout).toBe("200 1\ntrue true\n");
  });
});
