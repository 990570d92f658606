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
import { type HostileAnswer, hostileAnswer, send } from "./fuzz/hostile-answer.ts";
import { rawServer } from "./raw-server.ts";

const RUNS = Number(process.env.FC_RUNS ?? 300);
const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));

const TOTAL = 400;
/** What a machine under load may need beyond the time that a call is given. */
const SLACK = 5_000;

const accountSid = `AC${"0".repeat(32)}`;
const clients = {
  "Super SIM": (options: Options) => {
    const client = createTwilioSuperSim({ ...options, accountSid, authToken: "planted" });
    return {
      get: () => unwrap(client.GET("/v1/UsageRecords")),
      list: () => client.paginate("/v1/UsageRecords", walk),
    };
  },
  "Twilio usage": (options: Options) => {
    const path = "/2010-04-01/Accounts/{AccountSid}/Usage/Records.json";
    const client = createTwilioUsage({ ...options, accountSid, token: async () => "planted" });
    return { get: () => unwrap(client.GET(path)), list: () => client.paginate(path, walk) };
  },
  Onomondo: (options: Options) => {
    const client = createOnomondo({ ...options, apiKey: "planted" });
    return { get: () => unwrap(client.GET("/usage")), list: () => client.paginate("/usage", walk) };
  },
};
type Options = { readonly baseUrl: string } & typeof patience;
const patience = {
  retry: { maxRetries: 1, minDelay: 1, maxDelay: 20 },
  timeout: { attempt: 150, total: TOTAL },
};
const walk = { limit: 50, maxPages: 4 };

/** Waits for a call as long as it may take, and no longer. */
async function within<T>(milliseconds: number, call: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}

/** Asserts that a call ends well, or with an error that a program can tell. */
async function endsWell(milliseconds: number, call: Promise<unknown>): Promise<void> {
  try {
    await within(milliseconds, call);
  } catch (error) {
    // A list that goes in a circle is an error of the walk alone; any other has the call's for a cause.
    const reason = PaginationError.is(error) && error.cause !== undefined ? error.cause : error;
    if (!UsagewireError.is(reason) && !PaginationError.is(reason)) throw reason;
    expect(String(error).length).toBeLessThan(5_000);
  }
}

describe.each(Object.entries(clients))("%s", (_, open) => {
  it(`no answers lead to an untyped error or a hang (FC_SEED=${seed})`, async () => {
    let answers: readonly HostileAnswer[] = [];
    let asked = 0;
    await using server = await rawServer((socket) => {
      const answer = answers[asked++ % answers.length];
      if (answer) send(socket, answer);
    });
    await fc.assert(
      fc.asyncProperty(fc.array(hostileAnswer, { minLength: 1, maxLength: 3 }), async (given) => {
        answers = given;
        asked = 0;
        const { get, list } = open({ baseUrl: server.url, ...patience });
        await endsWell(TOTAL + SLACK, get());
        await endsWell(walk.maxPages * (TOTAL + SLACK), list().toArray());
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
  "a head": (pour: Pour) => pour(HEAD, Buffer.from(`x-more: ${"y".repeat(1000)}\r\n`)),
  "a field of the head": (pour: Pour) => pour(`${HEAD}x: `, MEGABYTE),
};
type Pour = (start: string, more: Uint8Array) => void;

it.each(Object.entries(endless))("%s without end takes no memory", async (_, answer) => {
  let sent = 0;
  await using server = await rawServer((socket) => {
    answer((start, more) => {
      const pour = () => {
        while (!socket.destroyed && socket.write(more)) sent += more.length;
      };
      socket.write(start);
      socket.on("drain", pour);
      pour();
    });
  });
  const { get } = clients["Super SIM"]({ baseUrl: server.url, ...patience });
  await endsWell(TOTAL + SLACK, get());
  // Two attempts, and what the system's own buffers hold.
  expect(sent).toBeLessThan(64 * 2 ** 20);
});

it.each([
  { name: "an error body", line: "503 No", most: 100 },
  // A page may have 128 MiB, which stand in memory as they came, joined, and as text.
  { name: "a page", line: "200 OK", most: 700 },
])("$name that unpacks without end takes no more than $most MB", async ({ line, most }) => {
  const bomb = gzipSync(Buffer.alloc(2 ** 20));
  await using server = await rawServer((socket) => {
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
  const watch = setInterval(() => {
    peak = Math.max(peak, memory());
  }, 5);
  const { get } = clients["Super SIM"]({
    baseUrl: server.url,
    ...patience,
    timeout: { attempt: 5_000, total: 10_000 },
  });
  await endsWell(20_000, get()).finally(() => clearInterval(watch));
  expect(peak - before).toBeLessThan(most);
});
