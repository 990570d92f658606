// Runs the suites that read the date again, on other days: nothing in the repository may depend on today's.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../helpers/workspace.ts";

const inTwoYears = new Date();
inTwoYears.setUTCFullYear(inTwoYears.getUTCFullYear() + 2);

const dates: Record<string, string> = {
  "two-years": inTwoYears.toISOString(),
  "leap-day": "2028-02-29T12:00:00Z",
};

/** Suites of a whole package whose sources read the date, or that walk windows of a provider. */
const suites = [
  "packages/cli/test/emulator.test.ts",
  "packages/cli/test/pull-all.test.ts",
  "packages/onomondo/test/windows.test.ts",
  "packages/pagination/test/windows.property.test.ts",
  "packages/pagination/src/windows/cut-windows.test.ts",
  "packages/twilio/test/windows.test.ts",
];

const readsDate = (file: string) =>
  /\bDate\.now\(|\bnew Date\b(?!\()|\bnew Date\(\)/.test(readFileSync(join(root, file), "utf8"));

/** Test files that read the date themselves, and those beside a source that does. */
const files = globSync("packages/*/{src,test}/**/*.test.ts", { cwd: root }).filter((test) => {
  const [source] = globSync(test.replace(".test.ts", ".ts"), { cwd: root });
  return readsDate(test) || (source !== undefined && readsDate(source));
});

for (const [name, date] of Object.entries(dates)) {
  console.log(`\nThe suites that read the date, on ${date}:`);
  const preload = join(import.meta.dirname, "shift-date.mjs");
  const { status } = spawnSync(
    "vitest",
    [
      "run",
      ...new Set([...suites, ...files]),
      ...["--reporter=default", "--reporter=json", `--outputFile.json=tests/reports/dates-${name}.json`],
    ],
    {
      cwd: root,
      stdio: "inherit",
      env: {
        ...process.env,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${preload}`,
        TEST_DATE: date,
      },
    },
  );
  if (status !== 0) process.exitCode = 1;
}
