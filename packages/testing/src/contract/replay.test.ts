import { expect, test } from "vitest";
import { createTinyClient } from "../../test/tiny/tiny-client.ts";
import { tinyHar } from "../../test/tiny/tiny-recordings.ts";
import { tinySpec } from "../../test/tiny/tiny-spec.ts";
import { toRecording } from "./recording.ts";
import { replayGet } from "./replay-get.ts";
import { replayWalk } from "./replay-walk.ts";

const spec = tinySpec();
const { calls } = toRecording("tiny.har", await tinyHar());
const walks = calls.filter(({ walk }) => walk);
const [several, , failing] = walks.map(({ exchanges }) => exchanges);
const [single] = calls.filter(({ walk }) => !walk).flatMap(({ exchanges }) => exchanges);
if (several === undefined || failing === undefined || single === undefined)
  throw new Error("the tiny recording changed");

test("a right client passes, through GET and through paginate, errors included", async () => {
  for (const { exchanges, walk } of calls) {
    for (const exchange of exchanges) await replayGet(spec, createTinyClient(), exchange);
    if (walk) await replayWalk(spec, createTinyClient(), exchanges);
  }
});

test.each([
  ["drops the filter", 'query kind[][0]: missing, recorded "x"'],
  ["loses a record", "to strictly equal"],
  ["loses a record in pages", "to strictly equal"],
  ["changes a page", "to strictly equal"],
  ["stops early", "2 of 3 recorded entries have not been asked for"],
  ["no credentials", "request 1 sends authorization: nothing, recorded is bearer a credential"],
] as const)("a client that %s fails", async (mistake, message) => {
  await expect(replayWalk(spec, createTinyClient({ mistake }), several)).rejects.toThrow(message);
});

test("a client that changes a value fails", async () => {
  await expect(replayGet(spec, createTinyClient({ mistake: "floats the price" }), single)).rejects.toThrow(
    "to strictly equal",
  );
});

test("a client that swallows an error answer fails", async () => {
  const swallowing: typeof createTinyClient = () => (wire) => ({
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
  await expect(replayWalk(spec, swallowing(), failing)).rejects.toThrow("has the recorded status and body");
});
