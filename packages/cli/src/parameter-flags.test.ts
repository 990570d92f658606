import { Option } from "commander";
import { describe, expect, it } from "vitest";
import type { ParameterDocs } from "./apis.ts";
import type { Operation } from "./operations.ts";
import {
  addFlagValue,
  flagHelp,
  type ParameterFlag,
  parameterFlags,
  placeholder,
} from "./parameter-flags.ts";

const operation: Operation = {
  name: "usage",
  path: "/usage/{id}",
  paged: true,
  description: {
    pagination: {
      style: "offset",
      items: "",
      param: "offset",
      pageSize: { param: "per_page", default: 10 },
    },
  },
  docs: {
    path: { id: { type: "string", required: true } },
    query: { Id: {}, per_page: {}, offset: {}, format: {}, tags: { type: ["string", "array"] } },
  },
};

describe("parameterFlags", () => {
  it("names the page size --page-size, and adds a prefix to names that are taken", () => {
    const names = parameterFlags(operation, ["format"]).map(({ name, parameter }) => `${parameter}: ${name}`);
    expect(names).toEqual([
      "id: id",
      "Id: api-id",
      "per_page: page-size",
      "offset: offset",
      "format: api-format",
      "tags: tags",
    ]);
  });

  it("makes the flag of an array parameter repeatable", () => {
    expect(parameterFlags(operation).filter(({ repeatable }) => repeatable)).toMatchObject([
      { name: "tags" },
    ]);
  });
});

const flag = (parameter: string, docs: ParameterDocs): ParameterFlag => ({
  name: parameter.toLowerCase(),
  parameter,
  location: "query",
  docs,
  repeatable: false,
  required: false,
});

describe("placeholder", () => {
  it.each<[ParameterDocs, string]>([
    [{ values: ["hour", "day"] }, "<hour|day>"],
    [{ values: ["-1", "a b", "c,d"] }, "<text>"],
    [{ values: ["a", "b c"] }, "<text>"],
    [{ values: ["sms"], open: true }, "<text>"],
    [{ type: ["integer", "string"] }, "<number>"],
    [{ type: "boolean" }, "<true|false>"],
    [{ type: "string", format: "date-time" }, "<time>"],
  ])("of %j is %s, which commander can parse", (docs, text) => {
    expect(placeholder(flag("X", docs))).toBe(text);
    expect(new Option(`--x ${text}`).long).toBe("--x");
  });
});

describe("flagHelp", () => {
  it("refers to other parameters by their flags", () => {
    const start = flag("StartTime", { type: "string" });
    const end = flag("EndTime", { type: "string", text: "Not before `StartTime`, see `Other`." });
    expect(flagHelp(end, [start, end], operation)).toBe("Not before --starttime, see Other.");
  });

  it("lists only the first values of a long open enum", () => {
    const values = Array.from({ length: 300 }, (_, index) => `c${index}`);
    const help = flagHelp(flag("Category", { values, open: true }), [], operation);
    expect(help).toBe(
      "Known values: c0, c1, c2, c3, c4, c5, c6, c7 and 292 more. Other values are sent as given.",
    );
  });
});

describe("addFlagValue", () => {
  const id: ParameterFlag = { ...flag("id", { type: "string" }), location: "path" };

  it.each([".", ".."])("refuses %j in a path", (text) => {
    expect(() => addFlagValue(id, text)).toThrow(`--id: "${text}" is invalid; use a name or an ID`);
  });

  it.each(["a..", "..a", "..."])("accepts %j in a path", (text) => {
    expect(addFlagValue(id, text)).toEqual([text]);
  });
});
