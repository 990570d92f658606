import { expect, test } from "vitest";
import { tinyHar } from "../test/tiny/tiny-recordings.ts";
import { tinySpec } from "../test/tiny/tiny-spec.ts";
import { checkRecording } from "./check-recording.ts";
import { missingCoverage } from "./coverage.ts";
import { equivalentRecordings } from "./equivalent-paths.ts";
import { toRecording } from "./recording.ts";

const spec = tinySpec();
const har = await tinyHar();
const all = toRecording("tiny.har", har);

/** The recording without the calls with these titles. */
const without = (...titles: string[]) => ({
  ...all,
  calls: all.calls.filter(({ title }) => !titles.includes(title)),
});
const things = (recording: typeof all) =>
  missingCoverage([spec], [recording]).filter((problem) => problem.startsWith("tiny.yaml GET /things:"));

test("names operations that no recording uses, and nothing else", () => {
  expect(missingCoverage([spec], [all])).toEqual([
    "tiny.yaml GET /parts: no recording uses this operation",
    "tiny.yaml GET /parts: no recording has three pages with records",
    "tiny.yaml GET /parts: no recording of several pages has a filter",
    "tiny.yaml GET /parts: no recording has an empty page",
    "tiny.yaml GET /parts: no recording has an error response",
  ]);
});

test("names a parameter that no recording uses", () => {
  expect(things(without("all of two kinds"))).toContain(
    'tiny.yaml GET /things: no recording uses the query parameter "deep"',
  );
});

test.each([
  ["all of two kinds", "no recording has three pages with records"],
  ["all of two kinds", "no recording of several pages has a filter"],
  ["a kind without things", "no recording has an empty page"],
  ["an unknown kind", "no recording has an error response"],
])("without %j: %s", (title, problem) => {
  expect(things(without(title))).toContain(`tiny.yaml GET /things: ${problem}`);
});

test("tests an equivalent path with the recordings of the first, with the path replaced in requests and bodies", () => {
  const [moved, ...others] = equivalentRecordings(spec, [all], ["/things", "/parts"]);
  if (moved === undefined) return expect.unreachable("no recordings");
  expect(others).toEqual([]);
  expect(moved.file).toBe("tiny.har as /parts");
  expect(moved.calls.map(({ exchanges }) => exchanges.length)).toEqual([3, 1, 1]);
  const entry = moved.calls[0]?.exchanges[0]?.entry;
  expect(entry?.request.url).toBe("https://api.example.com/v2/parts?size=2&deep=true&kind[]=x&kind[]=y");
  expect(entry?.response.content.text).toContain('"self":"/v2/parts"');
  expect(checkRecording([spec], moved)).toEqual([]);
  expect(missingCoverage([spec], [all, moved])).toEqual([]);
});

test("does not use documented examples for equivalent paths", () => {
  expect(equivalentRecordings(spec, [{ ...all, origin: "documented" }], ["/things", "/parts"])).toEqual([]);
});
