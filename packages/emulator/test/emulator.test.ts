import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { startEmulator } from "../src/index.ts";
import { type ApiName, type Body, get, start, usagePath } from "./support.ts";

describe("the emulator", () => {
  test("listens on 127.0.0.1, on one port for each API", async () => {
    const { supersim, usage, onomondo } = await start();
    const urls = [supersim.url, usage.url, onomondo.url];
    expect(new Set(urls).size).toBe(3);
    for (const url of urls) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test("gives the same responses for the same options, byte for byte", async () => {
    const requests: [ApiName, (path: string) => string][] = [
      ["supersim", () => "/v1/UsageRecords?Granularity=day&Group=sim&PageSize=100"],
      ["usage", (path) => `${path}?PageSize=100`],
      ["onomondo", () => "/usage?limit=100"],
    ];
    const responses = async (seed?: string) => {
      const emulator = await start({
        ...(seed === undefined ? {} : { seed }),
        supersim: { publicUrl: "https://x" },
      });
      const bodies = await Promise.all(
        requests.map(
          async ([api, path]) => (await get(emulator, api, path(usagePath(emulator, "Daily")))).body,
        ),
      );
      return JSON.stringify([bodies, emulator.credentials]);
    };
    expect(await responses()).toBe(await responses());
    expect(await responses("another")).not.toBe(await responses());
  });

  test("logs each request as it was sent, without its headers", async () => {
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

  test("uses the given credentials", async () => {
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

  test("rejects requests above the account's concurrency limit, over both Twilio APIs", async () => {
    const emulator = await start({
      twilio: { maxConcurrentRequests: 2 },
      supersim: { latency: 600_000 },
      usage: { latency: 600_000 },
    });
    const inProgress = Promise.allSettled([
      get(emulator, "supersim", "/v1/UsageRecords"),
      get(emulator, "usage", usagePath(emulator)),
    ]);
    await vi.waitFor(() => {
      expect(emulator.supersim.requests).toHaveLength(1);
      expect(emulator.usage.requests).toHaveLength(1);
    });
    for (const api of ["supersim", "usage"] as const) {
      const { status, body, headers } = await get(emulator, api, "/");
      expect({ status, body }).toMatchObject({ status: 429, body: { code: 20429, status: 429 } });
      expect(headers.get("twilio-concurrent-requests")).toBe("3");
      expect(headers.has("retry-after")).toBe(false);
    }
    await emulator.close();
    await inProgress;
  });

  test("counts a request as in progress only until its response", async () => {
    const emulator = await start({ twilio: { maxConcurrentRequests: 1 } });
    for (let request = 0; request < 3; request += 1) {
      const { status, headers } = await get(emulator, "supersim", "/v1/UsageRecords");
      expect([status, headers.get("twilio-concurrent-requests")]).toEqual([200, "1"]);
    }
  });

  const never = new Date(Number.NaN);
  const invalid: [options: object, message: string][] = [
    ...[0, 1.5, -1, Number.NaN, 1e9 + 1].flatMap((sims): [object, string][] => [
      [{ supersim: { sims } }, `supersim.sims must be an integer from 1 to 1000000000; got ${sims}.`],
      [{ onomondo: { sims } }, `onomondo.sims must be an integer from 1 to 1000000000; got ${sims}.`],
    ]),
    [{ usage: { port: 65_536 } }, "usage.port must be an integer from 0 to 65535; got 65536."],
    [{ usage: { port: "80" } }, 'usage.port must be an integer from 0 to 65535; got "80".'],
    [
      { supersim: { latency: -1 } },
      "supersim.latency must be a number of milliseconds from 0 to 2147483647; got -1.",
    ],
    [{ supersim: { latency: "5s" } }, "supersim.latency must be a number of milliseconds"],
    [{ supersim: { latency: 2 ** 31 } }, "supersim.latency must be"],
    [{ onomondo: { clampPageSize: 0 } }, "onomondo.clampPageSize must be an integer of at least 1; got 0."],
    [{ onomondo: { rateLimit: 0.5 } }, "onomondo.rateLimit must be an integer of at least 1; got 0.5."],
    [
      { onomondo: { authScheme: "basic" } },
      'onomondo.authScheme must be "raw", "bearer" or "both"; got "basic".',
    ],
    [
      { twilio: { maxConcurrentRequests: 0 } },
      "twilio.maxConcurrentRequests must be an integer of at least 1",
    ],
    [{ twilio: { authToken: "" } }, 'twilio.authToken must be a text that is not empty; got "".'],
    [
      { usage: { emptyPages: [1, -1] } },
      "usage.emptyPages must be an array of page numbers, from 0; got [1,-1].",
    ],
    [
      { supersim: { publicUrl: "https://x/" } },
      "supersim.publicUrl must be an http or https URL without a trailing",
    ],
    [{ now: never }, "now must be a valid Date in the years 1970 to 2399; got an invalid Date."],
    [{ now: "2025-06-15" }, 'now must be a valid Date in the years 1970 to 2399; got "2025-06-15".'],
    [{ now: new Date("2400-01-01T00:00:00Z") }, "now must be a valid Date"],
    [{ usage: { accountCreated: never } }, "usage.accountCreated must be a valid Date"],
    [
      { now: new Date("2020-01-01T00:00:00Z"), usage: { accountCreated: new Date("2020-01-02T00:00:00Z") } },
      "usage.accountCreated must not be after now, 2020-01-01T00:00:00.000Z; got 2020-01-02T00:00:00.000Z.",
    ],
    [{ seed: 1 }, "seed must be a text; got 1."],
    [{ onomondo: null }, "onomondo must be an object of options; got null."],
    [
      { onomondo: { sim: 3 } },
      'unknown option "onomondo.sim"; valid options are onomondo.port, onomondo.latency, onomondo.emptyPages, ' +
        "onomondo.clampPageSize, onomondo.apiKey, onomondo.authScheme, onomondo.sims, onomondo.rateLimit.",
    ],
    [{ clock: 1 }, 'unknown option "clock"; valid options are seed, now, twilio, supersim, usage, onomondo.'],
    [{ usage: { constructor: 1 } }, 'unknown option "usage.constructor"'],
  ];

  test.each(invalid)("refuses %j and says what is accepted", async (options, message) => {
    await expect(startEmulator(options)).rejects.toThrow(`startEmulator: ${message}`);
  });

  test("accepts options that are left undefined, as from JavaScript", async () => {
    const options = { seed: undefined, onomondo: { sims: undefined, port: undefined } } as object;
    expect((await start(options)).onomondo.size).toBe(8);
  });

  test("starts with a clock before the default account", async () => {
    const emulator = await start({ now: new Date("1999-06-15T12:00:00Z") });
    const { body } = await get(emulator, "usage", usagePath(emulator, "Daily"));
    expect(new Set(body.usage_records.map((record: Body) => record.start_date))).toEqual(
      new Set(["1999-06-15"]),
    );
  });

  test("adds Twilio's headers to each response, also to errors", async () => {
    const emulator = await start();
    const responses = [
      await get(emulator, "supersim", "/v1/UsageRecords"),
      await get(emulator, "usage", usagePath(emulator)),
      await get(emulator, "usage", "/nowhere", {}),
    ];
    for (const { headers } of responses) {
      expect(headers.get("twilio-request-id")).toMatch(/^RQ[0-9a-f]{32}$/);
      expect(headers.get("twilio-request-duration")).toMatch(/^0\.\d{3}$/);
    }
    expect(new Set(responses.map(({ headers }) => headers.get("twilio-request-id"))).size).toBe(3);
  });

  test("delays each response by its latency", async () => {
    const emulator = await start({ supersim: { latency: 120 } });
    const started = performance.now();
    await get(emulator, "supersim", "/v1/UsageRecords");
    expect(performance.now() - started).toBeGreaterThan(110);
  });

  test("frees its ports when closed, also while requests are pending, and can be closed twice", async () => {
    const emulator = await startEmulator({ supersim: { latency: 10_000 } });
    const pending = get(emulator, "supersim", "/v1/UsageRecords");
    const ended = expect(pending).rejects.toThrow();
    await get(emulator, "onomondo", "/usage?limit=1");
    await emulator.close();
    await ended;
    await emulator.close();
    await expect(fetch(emulator.onomondo.url)).rejects.toThrow();
    const port = Number(new URL(emulator.supersim.url).port);
    const again = await start({ supersim: { port } });
    expect(again.supersim.url).toBe(emulator.supersim.url);
  });

  test("opens no port if a requested one is taken", async () => {
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

  test("does not replace the global Request and Response, and lets the process exit after it is closed", async () => {
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
