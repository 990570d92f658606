import { expect, it } from "vitest";
import { changedTasks, hashesOf } from "../src/measure/planned-tasks.ts";

const plan = (...tasks: [string, string, string?][]) =>
  hashesOf({ tasks: tasks.map(([taskId, hash, command = "vitest run"]) => ({ taskId, hash, command })) });

it("tells the tasks whose hash is another one, and those that are new", () => {
  const before = plan(["a#test", "1"], ["b#test", "2"]);
  const after = plan(["a#test", "1"], ["b#test", "3"], ["c#test", "4"]);
  expect(changedTasks(before, after)).toEqual(["b#test", "c#test"]);
  expect(changedTasks(before, before)).toEqual([]);
});

it("leaves out tasks that a package has no script for", () => {
  expect([...plan(["a#test", "1"], ["a#generate:check", "2", "<NONEXISTENT>"]).keys()]).toEqual(["a#test"]);
});
