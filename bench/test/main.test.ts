import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const bench = (...options: string[]) => spawnSync(process.execPath, [main, ...options], { encoding: "utf8" });

it("runs the chosen benchmark, prints its table, and keeps all values and the page's prose", () => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const json = join(folder, "results.json");
  const page = join(folder, "benchmarks.md");
  const sections = ["machine", "results"].map((name) => `<!-- bench:${name} --><!-- /bench:${name} -->`);
  writeFileSync(page, `Prose.\n${sections.join("\n")}\n`);

  const { status, stdout, stderr } = bench("requests", "--json", json, "--markdown", page);

  expect(status).toBe(0);
  expect(stderr).toContain("1/1 requests: 10,000 Super SIM records");
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

it("refuses a file of another machine's results before it measures anything", () => {
  const json = join(mkdtempSync(join(tmpdir(), "bench-")), "results.json");
  writeFileSync(json, '{ "machine": {}, "results": [] }');
  const { status, stderr } = bench("requests", "--json", json);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^error: --json .*another machine/),
  });
});

it("names the benchmarks there are when asked for another", () => {
  const { status, stderr } = bench("dream");
  expect(status).toBe(1);
  expect(stderr).toContain("Allowed choices are drain, memory");
});
