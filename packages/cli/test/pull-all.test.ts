import { expect, it } from "vitest";
import { Interruption } from "../src/interruption.ts";
import { samples } from "../src/pull-all/samples.ts";
import { capture } from "./helpers/capture.ts";

interface Row {
  api: string;
  operation: string;
  requests: number;
  pages: number;
  records: number;
  amount: string | null;
  unit: string | null;
  complete: boolean;
}

const rowsOf = (output: string): Row[] =>
  output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

it("pulls the five operations, several pages of each list", async () => {
  const { code, out, err } = await capture(["pull", "--all", "--emulator", "--format", "ndjson"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const rows = rowsOf(out);
  expect(rows.map(({ api, operation }) => `${api} ${operation}`)).toEqual([
    "supersim usage-records",
    "twilio-usage yearly",
    "onomondo usage",
    "onomondo sim-usage",
    "onomondo tag-total",
  ]);
  expect(rows.every(({ complete, pages, requests }) => complete && requests >= pages)).toBe(true);
  expect(rows.slice(0, 4).every(({ pages }) => pages > 1)).toBe(true);
  expect(rows.map(({ unit }) => unit)).toEqual(["bytes", "usd", "bytes", "bytes", "bytes"]);
});

it("adds up what a pull of the same records gives", async () => {
  const all = await capture(["pull", "--all", "--emulator", "--format", "ndjson"]);
  const [row] = rowsOf(all.out);
  const single = await capture([
    ...["pull", "supersim", "usage-records", "--granularity", "hour", "--emulator"],
    ...["--start-time", "2025-06-08T12:00:00Z", "--end-time", "2025-06-15T12:00:00Z"],
  ]);
  const bytes = single.out
    .trimEnd()
    .split("\n")
    .map((line) => Number(JSON.parse(line).data_total));
  expect(row).toMatchObject({
    records: 7 * 24,
    amount: String(bytes.reduce((sum, value) => sum + value, 0)),
  });
});

it("draws a table, and on a terminal shows how far it is", async () => {
  const { out, err } = await capture(["pull", "--all", "--emulator"], { columns: 100, progress: true });
  expect(out).toMatch(/│ API +│ operation +│ requests │ pages │ records │ +bytes or units │ +time │/);
  expect(out).toMatch(/│ supersim +│ usage-records │ +4 │ +4 │ +168 │ +[\d,]+ bytes │ +\d\.\d\d s │/);
  expect(err).toContain("0/5");
});

it("names all that is missing for the real providers", async () => {
  const { code, err } = await capture(["pull", "--all"], { env: { ONOMONDO_API_KEY: "k" } });
  expect(code).toBe(2);
  expect(err).toContain("--emulator does without");
  expect(err).toContain("TWILIO_ACCOUNT_SID is not set");
  expect(err).toContain("--sim-id is missing");
  expect(err).toContain("--tag-id is missing");
  expect(err).not.toContain("ONOMONDO_API_KEY");
});

it("tries the rest when an operation fails, and then fails itself", async () => {
  const args = ["pull", "--all", "--emulator", "--format", "ndjson", "--sim-id", "999999999"];
  const { code, out, err } = await capture(args);
  expect(code).toBe(1);
  expect(rowsOf(out).map(({ complete }) => complete)).toEqual([true, true, true, false, true]);
  expect(err).toMatch(/^usagewire: .*\/usage\/999999999: 404/);
  expect(err).not.toContain("--cursor");
});

it("stops at an interrupt", async () => {
  const controller = new AbortController();
  controller.abort(new Interruption("SIGINT"));
  const { code, out } = await capture(["pull", "--all", "--emulator", "--format", "ndjson"], {
    signal: controller.signal,
  });
  expect(code).toBe(130);
  expect(rowsOf(out)).toHaveLength(1);
});

it("asks for full hours of the last week and for the month before this one", async () => {
  const [supersim, , usage] = samples(new Date("2025-01-03T04:05:06Z"), { simId: "1", tagId: "t" });
  expect(supersim?.params.query).toMatchObject({
    StartTime: "2024-12-27T04:00:00Z",
    EndTime: "2025-01-03T04:00:00Z",
  });
  expect(usage?.params.query).toMatchObject({ filter: ["time:2024-12"] });
});
