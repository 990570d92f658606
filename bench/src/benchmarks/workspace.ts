/*
 * How long `pnpm test` of this repository takes after a change, and whether turbo runs the right tasks.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Benchmark, RunOptions } from "../benchmark.ts";
import { measureInTurn, runCommand } from "../commands.ts";

const root = join(import.meta.dirname, "../../..");
const spec = "specs/onomondo/usage.yaml";
/** Each round runs tests for seconds to minutes. */
const MOST_ROUNDS = 3;

/** The tasks of `pnpm test` that read Onomondo's spec. */
export const specReaders: readonly string[] = [
  "//#lint:specs",
  "@usagewire/onomondo#generate:check",
  "@usagewire/onomondo#test",
  "@usagewire/tests#test:repository",
];

/** The tasks that read the spec or depend on the code generated from it. */
export const specDependants: readonly string[] = [
  ...specReaders,
  ...["build", "test:types", "typecheck"].map((task) => `@usagewire/onomondo#${task}`),
  ...["build", "test", "typecheck"].map((task) => `@usagewire/cli#${task}`),
  ...["test:faults", "test:packed", "test:pages", "typecheck"].map((task) => `@usagewire/tests#${task}`),
  ...["test", "typecheck"].map((task) => `@usagewire/bench#${task}`),
];

const unchanged = "nothing changed";
const comment = "a comment in a spec";
const description = "a description in a spec, generated again";

export const workspace: Benchmark = {
  name: "workspace",
  work: "`pnpm test` of this repository after a run that passed; at most 3 rounds, and 1 for generated code",
  async run(options) {
    const clone = await mkdtemp(join(tmpdir(), "usagewire-workspace-"));
    try {
      const { times, counts, all } = await measure(clone, options);
      const exact = {
        ...counts,
        "all tasks": all,
        "tasks that read the spec": specReaders.length,
        "tasks that depend on the spec": specDependants.length,
      };
      return [
        {
          figure: "time",
          unit: "ms",
          series: times,
          comparisons: [
            { subject: comment, base: unchanged },
            { subject: description, base: comment },
          ],
        },
        {
          figure: "tasks that run",
          unit: "count",
          exact: true,
          series: Object.entries(exact).map(([subject, count]) => ({ subject, values: [count] })),
          comparisons: [
            { subject: unchanged, base: "all tasks", target: { atMost: 0 } },
            { subject: comment, base: "tasks that read the spec", target: { atMost: 1 } },
            { subject: description, base: "tasks that depend on the spec", target: { atMost: 1 } },
          ],
        },
      ];
    } finally {
      // Tests that were stopped may still write for a moment.
      await rm(clone, { recursive: true, force: true, maxRetries: 10 });
    }
  },
};

/** Measures in a clone, so that the working copy does not change. Turbo's cache is that of this checkout. */
async function measure(clone: string, { rounds, signal }: RunOptions) {
  await runCommand("git", ["clone", "--quiet", "--shared", root, "."], { cwd: clone, signal });
  const test = () => runTests(clone, join(root, ".turbo/cache"), signal);
  const { all } = await test();

  const counts = { [unchanged]: 0, [comment]: 0, [description]: 0 };
  const testAfter = (
    subject: keyof typeof counts,
    expected: readonly string[],
    change: () => Promise<void>,
  ) => ({
    subject,
    measure: async () => {
      await change();
      const { ms, run } = await test();
      for (const task of unexpectedTasks(run, expected)) {
        console.error(`    ${subject}: ${task} ran, but does not depend on the change`);
      }
      counts[subject] = Math.max(counts[subject], run.length);
      await runCommand("git", ["checkout", "--quiet", "."], { cwd: clone, signal });
      return ms;
    },
  });
  const edit = async (change: (yaml: string) => string) => {
    const yaml = await readFile(join(clone, spec), "utf8");
    await writeFile(join(clone, spec), change(yaml));
  };
  // A text that an earlier run used would be in the cache.
  const unique = () => `${Date.now()}`;

  const series = await measureInTurn(
    [
      testAfter(unchanged, [], async () => {}),
      testAfter(comment, specReaders, () => edit((yaml) => `${yaml}# ${unique()}\n`)),
    ],
    Math.min(MOST_ROUNDS, rounds),
    signal,
  );
  const generated = testAfter(description, specDependants, async () => {
    await edit((yaml) =>
      yaml.replace("description: Usage of one SIM;", `description: Usage, ${unique()}, of one SIM;`),
    );
    await runCommand("pnpm", ["generate"], { cwd: clone, signal });
  });
  return {
    times: [...series, { subject: description, values: [await generated.measure()] }],
    counts,
    all: all.length,
  };
}

/**
 * Returns the tasks that ran but did not have to.
 *
 * @throws Error if a task that depends on the change came from the cache, since its result is stale.
 */
export function unexpectedTasks(run: readonly string[], expected: readonly string[]): string[] {
  const stale = expected.filter((task) => !run.includes(task));
  if (stale.length > 0) throw new Error(`turbo did not run ${stale.join(", ")}`);
  return run.filter((task) => !expected.includes(task));
}

export interface TestRun extends TaskIds {
  /** Milliseconds from start to exit. */
  readonly ms: number;
}

/**
 * Runs `pnpm test` in a checkout of this repository.
 *
 * @param cache the folder of turbo's cache
 * @throws Error if a test fails.
 */
export async function runTests(checkout: string, cache: string, signal?: AbortSignal): Promise<TestRun> {
  const summaries = join(checkout, ".turbo/runs");
  await rm(summaries, { recursive: true, force: true });
  const { ms } = await runCommand("pnpm", ["test"], {
    cwd: checkout,
    env: {
      TURBO_RUN_SUMMARY: "true",
      TURBO_CACHE_DIR: cache,
      // pnpm turns this off for the scripts that it runs, but a new clone has no dependencies.
      pnpm_config_verify_deps_before_run: "install",
    },
    ...(signal && { signal }),
  });
  const [summary] = await readdir(summaries).catch(() => []);
  if (summary === undefined) throw new Error(`turbo wrote no summary to ${summaries}`);
  return { ms, ...readTaskIds(JSON.parse(await readFile(join(summaries, summary), "utf8"))) };
}

/** The part of turbo's run summary that is used here. */
export interface RunSummary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly command: string;
    readonly cache: { readonly status: "HIT" | "MISS" };
  }[];
}

export interface TaskIds {
  /** All tasks, without those that turbo lists for packages that have no such script. */
  readonly all: readonly string[];
  /** The tasks that were not in the cache. */
  readonly run: readonly string[];
}

export function readTaskIds({ tasks }: RunSummary): TaskIds {
  const existing = tasks.filter(({ command }) => command !== "<NONEXISTENT>");
  const ids = (of: typeof existing) => of.map(({ taskId }) => taskId).sort();
  return { all: ids(existing), run: ids(existing.filter(({ cache }) => cache.status === "MISS")) };
}
