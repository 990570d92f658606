import { expect, test } from "vitest";
import { tinyHar } from "../../test/tiny/tiny-recordings.ts";
import { tinySpec } from "../../test/tiny/tiny-spec.ts";
import { recordingsAs } from "./alike.ts";
import { checkRecording } from "./check-recording.ts";
import { missingCoverage } from "./coverage.ts";
import { toRecording } from "./recording.ts";

const spec = tinySpec();
const har = await tinyHar();
const all = toRecording("tiny.har", har);

/** The recording without some of its calls. */
const without = (...titles: string[]) => ({
  ...all,
  calls: all.calls.filter(({ title }) => !titles.includes(title)),
});
const things = (recording: typeof all) =>
  missingCoverage([spec], [recording]).filter((problem) => problem.startsWith("tiny.yaml GET /things:"));

test("names an operation that no recording uses, and nothing that one does", () => {
  expect(missingCoverage([spec], [all])).toEqual([
    "tiny.yaml GET /parts: no recording uses this operation",
    "tiny.yaml GET /parts: no recorded walk has three pages with records",
    "tiny.yaml GET /parts: no recorded walk of several pages has a filter",
    "tiny.yaml GET /parts: no recorded walk has an empty page",
    "tiny.yaml GET /parts: no recording has an error answer",
  ]);
});

test("names a parameter that no recording uses", () => {
  expect(things(without("all of two kinds"))).toContain(
    'tiny.yaml GET /things: no recording uses the query parameter "deep"',
  );
});

test.each([
  ["all of two kinds", "no recorded walk has three pages with records"],
  ["all of two kinds", "no recorded walk of several pages has a filter"],
  ["a kind that nothing is of", "no recorded walk has an empty page"],
  ["a kind that does not exist", "no recording has an error answer"],
])("without %j: %s", (title, problem) => {
  expect(things(without(title))).toContain(`tiny.yaml GET /things: ${problem}`);
});

test("an operation that is like another can borrow its recordings, with its own path in requests and bodies", () => {
  const [borrowed, ...others] = recordingsAs(spec, [all], "/things", "/parts");
  if (borrowed === undefined) return expect.unreachable("nothing borrowed");
  expect(others).toEqual([]);
  expect(borrowed.file).toBe("tiny.har as /parts");
  expect(borrowed.calls.map(({ exchanges }) => exchanges.length)).toEqual([3, 1, 1]);
  const entry = borrowed.calls[0]?.exchanges[0]?.entry;
  expect(entry?.request.url).toBe("https://api.example.com/v2/parts?size=2&deep=true&kind[]=x&kind[]=y");
  expect(entry?.response.content.text).toContain('"self":"/v2/parts"');
  expect(checkRecording([spec], borrowed)).toEqual([]);
  expect(missingCoverage([spec], [all, borrowed])).toEqual([]);
});

test("nothing is borrowed from a document's example", () => {
  expect(recordingsAs(spec, [{ ...all, provenance: "documented" }], "/things", "/parts")).toEqual([]);
});
