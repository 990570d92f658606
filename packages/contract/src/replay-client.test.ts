import { describe, expect, test } from "vitest";
import { createMetersClient, metersHar, metersSpec } from "../test/meters/meters.ts";
import { createTinyClient } from "../test/tiny/tiny-client.ts";
import { tinyHar } from "../test/tiny/tiny-recordings.ts";
import { tinySpec } from "../test/tiny/tiny-spec.ts";
import type { CallParams } from "./call.ts";
import { checkRecording } from "./check-recording.ts";
import { toRecording } from "./recording.ts";
import { type ContractClient, type CreateClient, replayCall, replayPages } from "./replay-client.ts";
import { createSpec } from "./spec.ts";

const spec = tinySpec();
const { calls } = toRecording("tiny.har", await tinyHar());
const lists = calls.filter(({ paginated }) => paginated);
const [several, , failing] = lists.map(({ exchanges }) => exchanges);
const [single] = calls.filter(({ paginated }) => !paginated).flatMap(({ exchanges }) => exchanges);
if (several === undefined || failing === undefined || single === undefined)
  throw new Error("the tiny recording changed");

test("accepts a correct client, including its errors", async () => {
  for (const { exchanges, paginated } of calls) {
    for (const exchange of exchanges) await replayCall(spec, createTinyClient(), exchange);
    if (paginated) await replayPages(spec, createTinyClient(), exchanges);
  }
});

test.each([
  ["drops the filter", 'query kind[][0]: missing, recorded "x"'],
  ["loses a record", "to strictly equal"],
  ["loses a record in pages", "to strictly equal"],
  ["changes a page", "to strictly equal"],
  ["stops early", "Unused entries (2 of 3)"],
  ["sends no credentials", "request 1: header authorization: sent none, recorded a bearer credential"],
] as const)("rejects a client that %s", async (mistake, message) => {
  await expect(replayPages(spec, createTinyClient({ mistake }), several)).rejects.toThrow(message);
});

test("rejects a client that changes a value", async () => {
  await expect(replayCall(spec, createTinyClient({ mistake: "floats the price" }), single)).rejects.toThrow(
    "to strictly equal",
  );
});

describe("with numbers that the spec describes as exact", () => {
  const exact = tinySpec((yaml) => yaml.replace(/price: .*/, "price: { type: number, format: decimal }"));
  const har = tinyHar().then(({ log }) => {
    const numbers = JSON.stringify({ log }).replaceAll('\\"0.10\\"', "1.10");
    return toRecording("tiny.har", JSON.parse(numbers)).calls;
  });
  /** The tiny client, which finds the numbers in the text of a response. */
  const withText: CreateClient = (wire) =>
    createTinyClient()({
      ...wire,
      fetch: async (request) => {
        const response = await wire.fetch(request);
        const text = await response.text();
        return new Response(text.replace(/:1\.10\b/g, ':"1.10"'), response);
      },
    });

  test("accepts a recording of numbers, and a client that returns them as text", async () => {
    for (const { exchanges, paginated } of await har) {
      expect(checkRecording([exact], { file: "tiny.har", origin: "emulated", calls: await har })).toEqual([]);
      for (const exchange of exchanges) await replayCall(exact, withText, exchange);
      if (paginated) await replayPages(exact, withText, exchanges);
    }
  });

  test("rejects a client that returns them as numbers", async () => {
    const [call, list] = [
      (await har).find(({ paginated }) => !paginated),
      (await har).find(({ paginated }) => paginated),
    ];
    for (const exchange of call?.exchanges ?? []) {
      await expect(replayCall(exact, createTinyClient(), exchange)).rejects.toThrow("to strictly equal");
    }
    await expect(replayPages(exact, createTinyClient(), list?.exchanges ?? [])).rejects.toThrow(
      "to strictly equal",
    );
  });
});

test("rejects a client that ignores an error response", async () => {
  const ignoring: typeof createTinyClient = () => (wire) => ({
    ...createTinyClient()(wire),
    paginate: () => ({
      async *pages() {},
      async *[Symbol.asyncIterator]() {
        yield* [];
        await wire.fetch(
          new Request(failing[0]?.entry.request.url ?? "", { headers: { authorization: "Bearer x" } }),
        );
      },
    }),
  });
  await expect(replayPages(spec, ignoring(), failing)).rejects.toThrow("has the recorded status and body");
});

test("names the method that a client does not have", async () => {
  await expect(replayCall(spec, () => ({}), single)).rejects.toThrow(
    "the client has no method GET; the tests call client.GET(path, { params })",
  );
  await expect(replayPages(spec, () => ({}), several)).rejects.toThrow("the client has no method paginate");
});

test("rejects a client that sends another request body", async () => {
  const meters = createSpec("meters.yaml", metersSpec());
  const exchange = { index: 1, entry: metersHar().log.entries[1] ?? expect.unreachable() };
  await replayCall(meters, createMetersClient, exchange);
  const dropping: CreateClient = (options) => ({
    POST: (_path: string, { params }: { params: CallParams }) =>
      (createMetersClient(options) as ContractClient).POST?.("/meters", { params, body: {} }),
  });
  await expect(replayCall(meters, dropping, exchange)).rejects.toThrow('body: sent "{}", recorded');
});
