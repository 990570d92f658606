import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const bench = (...options: string[]) => spawnSync(process.execPath, [main, ...options], { encoding: "utf8" });

it("prints a table, and writes all values as JSON and the tables of a page", () => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const json = join(folder, "results.json");
  const page = join(folder, "benchmarks.md");
  const sections = ["machine", "results"].map((name) => `<!-- bench:${name} --><!-- /bench:${name} -->`);
  writeFileSync(page, `Prose.\n${sections.join("\n")}\n`);

  const { status, stdout, stderr } = bench("requests", "--json", json, "--markdown", page);

  expect(status).toBe(0);
  expect(stderr).toContain("1/1 requests: requests for 10,000 Super SIM records");
  expect(stdout).toMatch(/requests │ usagewire │ 50 +│ twilio each │ 200 +│ 0.250 │ ≤ 0.25 │ yes/);
  const { machine, results } = JSON.parse(readFileSync(json, "utf8"));
  expect(machine).toMatchObject({
    node: process.version,
    cores: expect.any(Number),
    cpu: expect.any(String),
  });
  expect(results[0].measures[0].series).toEqual([
    { subject: "usagewire", values: [50] },
    { subject: "twilio each", values: [200] },
  ]);
  expect(readFileSync(page, "utf8")).toMatch(
    /^Prose\.\n<!-- bench:machine -->[\s\S]*\| requests \| usagewire \| 50 \|/,
  );
});

it("refuses a file with results of another machine before it measures anything", () => {
  const json = join(mkdtempSync(join(tmpdir(), "bench-")), "results.json");
  writeFileSync(json, '{ "machine": {}, "results": [] }');
  const { status, stderr } = bench("requests", "--json", json);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^error: --json .*another machine/),
  });
});

it("stops after --minutes without figures of a benchmark that has no complete round", () => {
  const { status, stdout, stderr } = bench("slow-consumer", "requests", "--minutes", "0.001");
  expect(status).toBe(0);
  expect(stderr).toContain("skipped: no complete round");
  expect(stdout).not.toContain("slow-consumer");
});

it.each([
  ["--rounds", "0", "must be a whole number, at least 1"],
  ["--minutes", "soon", "must be a number greater than 0"],
])("rejects %s %s", (option, value, message) => {
  const { status, stderr } = bench(option, value);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});

it("lists the benchmarks if a name is unknown", () => {
  const { status, stderr } = bench("dream");
  expect(status).toBe(1);
  expect(stderr).toContain("Allowed choices are drain, memory");
});
