import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  type RunSummary,
  readTaskIds,
  runTests,
  specDependants,
  specReaders,
  unexpectedTasks,
} from "./workspace.ts";

let checkout: string;

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), "bench-checkout-"));
  vi.stubEnv("PATH", `${join(checkout, "bin")}${delimiter}${process.env.PATH}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(checkout, { recursive: true, force: true });
});

/** Replaces `pnpm` by a script. */
async function stubPnpm(script: string): Promise<void> {
  await mkdir(join(checkout, "bin"), { recursive: true });
  await writeFile(join(checkout, "bin/pnpm"), `#!/bin/sh\n${script}\n`);
  await chmod(join(checkout, "bin/pnpm"), 0o755);
}

const summary = (status: string) =>
  JSON.stringify({ tasks: [{ taskId: "a#test", command: "vitest", cache: { status } }] });
const write = (name: string, status: string) =>
  `mkdir -p .turbo/runs && echo '${summary(status)}' > .turbo/runs/${name}.json`;

it("reads the summary of its own run", async () => {
  await stubPnpm(write("1", "MISS"));
  expect((await runTests(checkout, "cache")).run).toEqual(["a#test"]);
  await stubPnpm(write("2", "HIT"));
  expect((await runTests(checkout, "cache")).run).toEqual([]);
});

it("throws if turbo wrote no summary, rather than read the previous one", async () => {
  await stubPnpm(write("1", "MISS"));
  await runTests(checkout, "cache");
  await stubPnpm("true");
  await expect(runTests(checkout, "cache")).rejects.toThrow("turbo wrote no summary");
});

it("lets pnpm install the checkout, also if it runs in a pnpm script, which turns that off", async () => {
  vi.stubEnv("pnpm_config_verify_deps_before_run", "false");
  await stubPnpm(`test "$pnpm_config_verify_deps_before_run" = install && ${write("1", "MISS")}`);
  expect((await runTests(checkout, "cache")).run).toEqual(["a#test"]);
});

it("rejects if a test fails", async () => {
  await stubPnpm(`echo "1 failed"; exit 1`);
  await expect(runTests(checkout, "cache")).rejects.toThrow("1 failed");
});

const summaryOf = (...tasks: [string, "HIT" | "MISS", string?][]): RunSummary => ({
  tasks: tasks.map(([taskId, status, command = "vitest run"]) => ({ taskId, command, cache: { status } })),
});

it("lists all tasks, and those that were not in the cache", () => {
  const { all, run } = readTaskIds(summaryOf(["b#test", "MISS"], ["c#test", "HIT"], ["a#test", "MISS"]));
  expect(all).toEqual(["a#test", "b#test", "c#test"]);
  expect(run).toEqual(["a#test", "b#test"]);
});

it("leaves out tasks for which a package has no script", () => {
  const tasks = summaryOf(["a#test", "MISS"], ["a#generate:check", "MISS", "<NONEXISTENT>"]);
  expect(readTaskIds(tasks)).toEqual({ all: ["a#test"], run: ["a#test"] });
});

it("returns the tasks that ran but did not have to", () => {
  expect(unexpectedTasks(["a#test", "b#test"], ["b#test"])).toEqual(["a#test"]);
  expect(unexpectedTasks(["b#test"], ["b#test"])).toEqual([]);
});

it("throws if the result of a task that had to run came from the cache", () => {
  expect(() => unexpectedTasks(["a#test"], ["a#test", "b#test"])).toThrow("turbo did not run b#test");
});

it("lists each expected task once", () => {
  for (const tasks of [specReaders, specDependants]) expect(new Set(tasks).size).toBe(tasks.length);
});
