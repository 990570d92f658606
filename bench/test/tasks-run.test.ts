import { expect, it } from "vitest";
import { type RunSummary, tasksRun } from "../src/measure/tasks-run.ts";

const summary = (...tasks: [string, "HIT" | "MISS", string?][]): RunSummary => ({
  tasks: tasks.map(([taskId, status, command = "vitest run"]) => ({ taskId, command, cache: { status } })),
});

it("tells the tasks that no cache held from all tasks", () => {
  const { all, run } = tasksRun(summary(["b#test", "MISS"], ["c#test", "HIT"], ["a#test", "MISS"]));
  expect(all).toEqual(["a#test", "b#test", "c#test"]);
  expect(run).toEqual(["a#test", "b#test"]);
});

it("leaves out tasks that a package has no script for", () => {
  const { all, run } = tasksRun(summary(["a#test", "MISS"], ["a#generate:check", "MISS", "<NONEXISTENT>"]));
  expect([all, run]).toEqual([["a#test"], ["a#test"]]);
});
