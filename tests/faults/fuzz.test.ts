import { gzipSync } from "node:zlib";
import { createOnomondo } from "@usagewire/onomondo";
import {
  createTwilioSuperSim,
  createTwilioUsage,
  PaginationError,
  UsagewireError,
  unwrap,
} from "@usagewire/twilio";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HostileResponse, hostileResponse, sendResponse } from "./hostile-response.ts";
import { startRawServer } from "./servers.ts";

const RUNS = Number(process.env.FC_RUNS ?? 300);
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));

const TOTAL_TIMEOUT = 400;
/** Milliseconds that a busy machine may need beyond the timeout. */
const SLACK = 5_000;

const accountSid = `AC${"0".repeat(32)}`;
const clients = {
  "Super SIM": (options: Options) => {
    const client = createTwilioSuperSim({ ...options, accountSid, authToken: "secret" });
    return {
      get: () => unwrap(client.GET("/v1/UsageRecords")),
      list: () => client.paginate("/v1/UsageRecords", bounds),
    };
  },
  "Twilio usage": (options: Options) => {
    const path = "/2010-04-01/Accounts/{AccountSid}/Usage/Records.json";
    const client = createTwilioUsage({ ...options, accountSid, token: async () => "secret" });
    return { get: () => unwrap(client.GET(path)), list: () => client.paginate(path, bounds) };
  },
  Onomondo: (options: Options) => {
    const client = createOnomondo({ ...options, apiKey: "secret" });
    return { get: () => unwrap(client.GET("/usage")), list: () => client.paginate("/usage", bounds) };
  },
};
type Options = { readonly baseUrl: string } & typeof shortTimeouts;
const shortTimeouts = {
  retry: { maxRetries: 1, minDelay: 1, maxDelay: 20 },
  timeout: { attempt: 150, total: TOTAL_TIMEOUT },
};
const bounds = { limit: 50, maxPages: 4 };

/** Waits for a call, and rejects if it takes too long. */
async function within<T>(milliseconds: number, call: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the call did not end within ${milliseconds} ms`)),
      milliseconds,
    );
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}

/** Asserts that a call succeeds or rejects with a typed error, in time. */
async function expectTypedResult(milliseconds: number, call: Promise<unknown>): Promise<void> {
  try {
    await within(milliseconds, call);
  } catch (error) {
    // A list that repeats itself is an error of the pager alone; any other has the call's error as its cause.
    const reason = PaginationError.is(error) && error.cause !== undefined ? error.cause : error;
    if (!UsagewireError.is(reason) && !PaginationError.is(reason)) throw reason;
    expect(String(error).length).toBeLessThan(5_000);
  }
}

describe.each(Object.entries(clients))("%s", (_, open) => {
  it(`ends every call with records or a typed error, whatever the server sends (FC_SEED=${seed})`, async () => {
    let responses: readonly HostileResponse[] = [];
    let requests = 0;
    await using server = await startRawServer((socket) => {
      const response = responses[requests++ % responses.length];
      if (response) sendResponse(socket, response);
    });
    await fc.assert(
      fc.asyncProperty(fc.array(hostileResponse, { minLength: 1, maxLength: 3 }), async (given) => {
        responses = given;
        requests = 0;
        const { get, list } = open({ baseUrl: server.url, ...shortTimeouts });
        await expectTypedResult(TOTAL_TIMEOUT + SLACK, get());
        await expectTypedResult(bounds.maxPages * (TOTAL_TIMEOUT + SLACK), list().toArray());
      }),
      { numRuns: RUNS, seed, endOnFailure: process.env.FC_SHRINK === undefined },
    );
  }, 300_000);
});

const HEAD = "HTTP/1.1 503 No\r\ncontent-type: text/plain\r\n";
const MEGABYTE = Buffer.alloc(2 ** 20, "x");
const endless = {
  "an error body": (pour: Pour) => pour(`${HEAD}\r\n`, MEGABYTE),
  "an error body in chunks": (pour: Pour) =>
    pour(
      `${HEAD}transfer-encoding: chunked\r\n\r\n`,
      Buffer.concat([Buffer.from("100000\r\n"), MEGABYTE, Buffer.from("\r\n")]),
    ),
  "a list of headers": (pour: Pour) => pour(HEAD, Buffer.from(`x-more: ${"y".repeat(1000)}\r\n`)),
  "a header": (pour: Pour) => pour(`${HEAD}x: `, MEGABYTE),
};
type Pour = (start: string, more: Uint8Array) => void;

it.each(Object.entries(endless))("stops reading %s without an end", async (_, respond) => {
  let sent = 0;
  await using server = await startRawServer((socket) => {
    respond((start, more) => {
      const pour = () => {
        while (!socket.destroyed && socket.write(more)) sent += more.length;
      };
      socket.write(start);
      socket.on("drain", pour);
      pour();
    });
  });
  const { get } = clients["Super SIM"]({ baseUrl: server.url, ...shortTimeouts });
  await expectTypedResult(TOTAL_TIMEOUT + SLACK, get());
  // Two attempts, and the buffers of the operating system.
  expect(sent).toBeLessThan(64 * 2 ** 20);
});

it.each([
  { name: "an error body", line: "503 No", most: 100 },
  // A page may have 128 MiB, which are in memory in pieces, joined, and as text.
  { name: "a page", line: "200 OK", most: 700 },
])("takes at most $most MB for $name that decompresses without an end", async ({ line, most }) => {
  const bomb = gzipSync(Buffer.alloc(2 ** 20));
  await using server = await startRawServer((socket) => {
    const pour = () => {
      while (!socket.destroyed && socket.write(bomb));
    };
    socket.write(`HTTP/1.1 ${line}\r\ncontent-encoding: gzip\r\n\r\n`);
    socket.on("drain", pour);
    pour();
  });
  const memory = () => process.memoryUsage().rss / 1e6;
  const before = memory();
  let peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, memory());
  }, 5);
  const { get } = clients["Super SIM"]({
    baseUrl: server.url,
    ...shortTimeouts,
    timeout: { attempt: 5_000, total: 10_000 },
  });
  await expectTypedResult(20_000, get()).finally(() => clearInterval(sampling));
  expect(peak - before).toBeLessThan(most);
});
