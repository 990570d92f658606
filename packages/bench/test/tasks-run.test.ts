import { expect, it } from "vitest";
import { tasksRun } from "../src/measure/tasks-run.ts";

it("tells the tasks that no cache held, in colour as well", () => {
  expect(tasksRun(" Tasks:    34 successful, 34 total\nCached:    30 cached, 34 total\n")).toBe(4);
  expect(tasksRun("\u001b[1mCached:    \u001b[0m\u001b[1m34 cached\u001b[0m, 34 total")).toBe(0);
});

it("refuses output without a summary, which would look like a perfect cache", () => {
  expect(() => tasksRun("")).toThrow("turbo gave no summary");
});
