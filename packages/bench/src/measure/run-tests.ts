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
  const env = { TURBO_RUN_SUMMARY: "true", TURBO_CACHE_DIR: cache };
  const { ms } = await runProcess("pnpm", ["test"], checkout, env);
  const [summary] = await readdir(summaries).catch(() => []);
  if (summary === undefined) throw new Error("turbo gave no summary");
  return { ms, ...tasksRun(JSON.parse(await readFile(join(summaries, summary), "utf8"))) };
}
