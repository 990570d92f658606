import { Option } from "commander";
import { expect, it } from "vitest";
import type { ParameterHelp } from "../apis/pullable-api.ts";
import type { Flag } from "./flag.ts";
import { flagHelp, placeholder } from "./flag-help.ts";

const flag = (parameter: string, description: ParameterHelp, help = ""): Flag => ({
  name: parameter.toLowerCase(),
  parameter,
  location: "query",
  description,
  repeatable: false,
  help,
});

it.each<[ParameterHelp, string]>([
  [{ values: ["hour", "day"] }, "<hour|day>"],
  [{ values: ["-1", "a b", "c,d"] }, "<text>"],
  [{ values: ["sms"], open: true }, "<text>"],
  [{ type: ["integer", "string"] }, "<number>"],
  [{ type: "boolean" }, "<true|false>"],
  [{ type: "string", format: "date-time" }, "<time>"],
])("stands for %j as %s, in a form that commander reads", (description, text) => {
  expect(placeholder(flag("X", description))).toBe(text);
  expect(new Option(`--x ${text}`).long).toBe("--x");
});

it("speaks of the operation's other parameters as flags", () => {
  const start = flag("StartTime", { type: "string" });
  const end = flag("EndTime", { type: "string" }, "Not before `StartTime`, see `Other`.");
  expect(flagHelp(end, [start, end], undefined)).toBe("Not before --starttime, see Other.");
});

it("lists a few values of an open enum that has hundreds", () => {
  const values = Array.from({ length: 300 }, (_, index) => `c${index}`);
  const help = flagHelp(flag("Category", { values, open: true }), [], undefined);
  expect(help).toBe("Known: c0, c1, c2, c3, c4, c5, c6, c7 and 292 more; others pass.");
});
