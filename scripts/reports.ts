// The JSON reports that the suites of all packages leave behind, summed.
import { globSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly FileResult[];
}

interface FileResult {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly TestResult[];
}

interface TestResult {
  readonly status: string;
  readonly fullName: string;
}

export interface Summary {
  readonly passed: number;
  /** One line for each test that was skipped, which says why. */
  readonly skipped: readonly string[];
  /** One line for each failure: its file, and its test if the file could be loaded. */
  readonly failures: readonly string[];
}

const paths = () => globSync("{packages/*,tests,bench}/reports/*.json");

/** Removes reports of earlier runs, which would be counted if their suite does not run this time. */
export function removeReports(): void {
  for (const path of paths()) rmSync(path);
}

export function readReports(): Summary {
  const reports = paths().map((path): Report => JSON.parse(readFileSync(path, "utf8")));
  return {
    passed: sum(reports.map((report) => report.numPassedTests)),
    skipped: reports.flatMap((report) =>
      report.testResults.flatMap(({ assertionResults }) => assertionResults.filter(isSkipped).map(nameOf)),
    ),
    failures: reports.flatMap((report) => report.testResults.flatMap(failuresIn)),
  };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

// Vitest calls a test pending if it did not run, also because its suite could not be set up.
const isSkipped = ({ status }: TestResult) =>
  status === "pending" || status === "skipped" || status === "todo";

const nameOf = ({ fullName }: TestResult) => fullName;

function failuresIn({ name, status, assertionResults }: FileResult): string[] {
  const file = relative(".", name);
  const tests = assertionResults.filter((test) => test.status === "failed");
  if (tests.length > 0) return tests.map(({ fullName }) => `${file}: ${fullName}`);
  // A file that cannot be loaded fails without a test.
  return status === "failed" ? [file] : [];
}
