import { describe, expect, it } from "vitest";
import type { ParameterDocs } from "./apis.ts";
import { valueRule } from "./parameter-values.ts";

const cases: [string, ParameterDocs, string[], string[]][] = [
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
    "a number or a string with a pattern",
    { type: ["integer", "string"], maximum: 5, pattern: "^[1-5]$" },
    ["5"],
    ["6", "x"],
  ],
  ["a number or any string", { type: ["integer", "string"] }, ["5", "all"], []],
  ["a boolean", { type: "boolean" }, ["true", "false"], ["yes", "1", "True"]],
  ["a pattern with unnecessary escapes", { type: "string", pattern: "^a\\-b$" }, ["a-b"], ["ab"]],
  ["a pattern that JavaScript cannot read", { type: "string", pattern: "^(?i)a(" }, ["a"], []],
  ["a pattern", { type: "string", pattern: "^HW[0-9]{2}$" }, ["HW12"], ["HW1", "xHW12"]],
  [
    "a date",
    { type: "string", format: "date" },
    ["2024-02-29", "-30days", "+1day"],
    ["2025-02-29", "2025-2-1", "soon", "-30days ago", "x-30days"],
  ],
  [
    "a time",
    { type: "string", format: "date-time" },
    ["2025-05-01T00:00:00Z", "2025-05-01T00:00:00.123+02:00", "2025-05-01T00:00Z"],
    [
      "2025-05-01",
      "2025-05-01T00:00:00",
      "2025-02-30T00:00:00Z",
      "2025-05-01T25:00:00Z",
      "x2025-05-01T00:00:00Z",
      "-1day",
    ],
  ],
  ["text", { type: "string" }, ["anything", "-"], []],
];

describe.each(cases)("%s", (_, docs, valid, invalid) => {
  const isValid = (text: string) => valueRule(docs)?.isValid(text) ?? true;

  it("accepts valid values", () => expect(valid.filter((text) => !isValid(text))).toEqual([]));
  it("rejects invalid values", () => expect(invalid.filter(isValid)).toEqual([]));
});
