import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { runProcess } from "./run-process.ts";
import { type TasksRun, tasksRun } from "./tasks-run.ts";

export interface TestRun extends TasksRun {
  /** As its user waits for it. */
  readonly ms: number;
}

/** Runs `pnpm test` in a checkout of this repository; rejects when a test fails. `cache`: the folder of turbo's cache. */
export async function runTests(checkout: string, cache: string): Promise<TestRun> {
  const summaries = join(checkout, ".turbo/runs");
  await rm(summaries, { recursive: true, force: true });
  const { ms } = await runProcess("pnpm", ["test"], checkout, {
    TURBO_RUN_SUMMARY: "true",
    TURBO_CACHE_DIR: cache,
    // pnpm turns that off for what its scripts run, and a checkout without its dependencies passes nothing.
    pnpm_config_verify_deps_before_run: "install",
  });
  const [summary] = await readdir(summaries).catch(() => []);
  if (summary === undefined) throw new Error("turbo gave no summary");
  return { ms, ...tasksRun(JSON.parse(await readFile(join(summaries, summary), "utf8"))) };
}
