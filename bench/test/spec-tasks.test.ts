import { expect, it } from "vitest";
import { needless, specDependants, specReaders } from "../src/measure/spec-tasks.ts";

it("tells tasks that ran without need", () => {
  expect(needless(["a#test", "b#test"], ["b#test"])).toEqual(["a#test"]);
  expect(needless(["b#test"], ["b#test"])).toEqual([]);
});

it("refuses a run that took the answer of a task that should run from the cache", () => {
  expect(() => needless(["a#test"], ["a#test", "b#test"])).toThrow("not run again: b#test");
});

it("counts no task twice", () => {
  for (const tasks of [specReaders, specDependants]) expect(new Set(tasks).size).toBe(tasks.length);
});
