import { expect, test } from "vitest";
import { createTinyClient } from "../test/tiny/tiny-client.ts";
import { tinyHar } from "../test/tiny/tiny-recordings.ts";
import { tinySpec } from "../test/tiny/tiny-spec.ts";
import { toRecording } from "./recording.ts";
import { replayCall, replayPages } from "./replay-client.ts";

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
