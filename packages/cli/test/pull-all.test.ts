import { expect, it } from "vitest";
import { InterruptedError } from "../src/index.ts";
import { samplesAt } from "../src/pull-all.ts";
import { recordsIn, runCommand } from "./helpers/run-command.ts";

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

/** The rows of `pull --all --format ndjson`. */
const rowsOf = (output: string): Row[] => recordsIn(output) as Row[]; // the fields are what the tests check

it("pulls five operations, and several pages of each list", async () => {
  const { code, out, err } = await runCommand(["pull", "--all", "--emulator", "--format", "ndjson"]);
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

it("adds up the same records that a single pull writes", async () => {
  const all = await runCommand(["pull", "--all", "--emulator", "--format", "ndjson"]);
  const [row] = rowsOf(all.out);
  const single = await runCommand([
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

it("prints a table, and shows progress on a terminal", async () => {
  const { out, err } = await runCommand(["pull", "--all", "--emulator"], { columns: 100, progress: true });
  expect(out).toMatch(/│ API +│ operation +│ requests │ pages │ records │ +bytes or units │ +time │/);
  expect(out).toMatch(/│ supersim +│ usage-records │ +4 │ +4 │ +168 │ +[\d,]+ bytes │ +\d\.\d\d s │/);
  expect(err).toContain("0/5");
});

it("lists all missing credentials and flags", async () => {
  const { code, out, err } = await runCommand(["pull", "--all"], { env: { ONOMONDO_API_KEY: "k" } });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.split("\n")).toEqual([
    "usagewire: pull --all is missing the following; --emulator needs none of it:",
    expect.stringContaining("TWILIO_ACCOUNT_SID is not set"),
    "  --sim-id is required: ID of an Onomondo SIM",
    "  --tag-id is required: ID of an Onomondo tag",
    "",
  ]);
});

it("continues after a failed operation, and exits with 1", async () => {
  const args = ["pull", "--all", "--emulator", "--format", "ndjson", "--sim-id", "999999999"];
  const { code, out, err } = await runCommand(args);
  expect(code).toBe(1);
  expect(rowsOf(out).map(({ complete }) => complete)).toEqual([true, true, true, false, true]);
  // Null rather than left out, so that each row has the same fields.
  expect(rowsOf(out)[3]).toMatchObject({ records: 0, amount: null, unit: null });
  expect(err).toMatch(/^usagewire: .*\/usage\/999999999: 404/);
  expect(err).not.toContain("--cursor");
});

it("stops at an interrupt", async () => {
  const controller = new AbortController();
  controller.abort(new InterruptedError("SIGINT"));
  const { code, out } = await runCommand(["pull", "--all", "--emulator", "--format", "ndjson"], {
    signal: controller.signal,
  });
  expect(code).toBe(130);
  expect(rowsOf(out)).toHaveLength(1);
});

it("requests whole hours of the last seven days, and the previous month", async () => {
  const [supersim, , usage] = samplesAt(new Date("2025-01-03T04:05:06Z"), { simId: "1", tagId: "t" });
  expect(supersim?.params.query).toMatchObject({
    StartTime: "2024-12-27T04:00:00Z",
    EndTime: "2025-01-03T04:00:00Z",
  });
  expect(usage?.params.query).toMatchObject({ filter: ["time:2024-12"] });
});
