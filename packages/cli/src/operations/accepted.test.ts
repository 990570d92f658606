import { describe, expect, it } from "vitest";
import type { ParameterHelp } from "../apis/pullable-api.ts";
import { acceptedBy } from "./accepted.ts";

const cases: [string, ParameterHelp, string[], string[]][] = [
  ["a closed enum", { type: "string", values: ["hour", "day"] }, ["hour"], ["Hour", "week"]],
  ["an open enum", { type: "string", values: ["calls"], open: true }, ["calls", "brand-new"], []],
  [
    "an integer",
    { type: "integer", minimum: 1, maximum: 1000 },
    ["1", "1000"],
    ["0", "1001", "1.5", "1e2", "x", "01"],
  ],
  ["a number", { type: "number", minimum: 0 }, ["0", "1.5"], ["-1", "1,5", "Infinity"]],
  [
    "a number or its text",
    { type: ["integer", "string"], maximum: 5, pattern: "^[1-5]$" },
    ["5"],
    ["6", "x"],
  ],
  ["a number or any text", { type: ["integer", "string"] }, ["5", "all"], []],
  ["a boolean", { type: "boolean" }, ["true", "false"], ["yes", "1", "True"]],
  ["a pattern with needless escapes", { type: "string", pattern: "^a\\-b$" }, ["a-b"], ["ab"]],
  ["a pattern of another dialect", { type: "string", pattern: "^(?i)a(" }, ["a"], []],
  ["a pattern", { type: "string", pattern: "^HW[0-9]{2}$" }, ["HW12"], ["HW1", "xHW12"]],
  [
    "a date",
    { type: "string", format: "date" },
    ["2024-02-29", "-30days", "+1day"],
    ["2025-02-29", "2025-2-1", "soon"],
  ],
  [
    "a time",
    { type: "string", format: "date-time" },
    ["2025-05-01T00:00:00Z", "2025-05-01T00:00:00.123+02:00", "2025-05-01T00:00Z"],
    ["2025-05-01", "2025-05-01T00:00:00", "2025-02-30T00:00:00Z", "2025-05-01T25:00:00Z", "-1day"],
  ],
  ["text", { type: "string" }, ["anything", "-"], []],
];

describe.each(cases)("%s", (_, description, good, bad) => {
  const accepts = (text: string) => acceptedBy(description)?.accepts(text) ?? true;

  it("lets through what the API takes", () => expect(good.filter((text) => !accepts(text))).toEqual([]));
  it("refuses the rest", () => expect(bad.filter(accepts)).toEqual([]));
});
