import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import { isExactNumber } from "./exact.ts";

/** Any number as JSON writes it. */
const numbers = fc.stringMatching(/^-?(0|[1-9][0-9]{0,40})(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?$/);
const spaces = fc.stringMatching(/^[ \t\r\n]{0,2}$/);

describe.each([
  ["an engine with JSON source text access", true],
  ["an engine without it", false],
])("on %s", (_, hasSource) => {
  beforeEach(() => {
    vi.resetModules();
    if (hasSource) return;
    const parse = JSON.parse;
    // As engines before Node.js 22 call it.
    vi.spyOn(JSON, "parse").mockImplementation((text, reviver) =>
      reviver === undefined
        ? parse(text)
        : parse(text, function (this: unknown, key, value) {
            return reviver.call(this, key, value);
          }),
    );
  });
  afterEach(() => vi.restoreAllMocks());

  const parse = async (text: string, ...pointers: string[]) =>
    (await import("./exact.ts")).parseExact(text, pointers);

  it.each([
    ["0.300000000000000000000000000001"],
    ["9007199254740993"],
    ["-18446744073709551616"],
    ["1.10"],
    ["1E400"],
    ["-0.0"],
  ])("delivers %s as it was sent", async (number) => {
    const text = `{"data": [{"cost": ${number}, "count": 1.50}, {"cost": null}, {"cost": "${number}"}, {}]}`;
    expect(await parse(text, "/data/*/cost")).toEqual({
      data: [{ cost: number, count: 1.5 }, { cost: null }, { cost: number }, {}],
    });
  });

  test("any number, in any place, with any space around it", async () => {
    await fc.assert(
      fc.asyncProperty(numbers, numbers, spaces, fc.json({ maxDepth: 2 }), async (a, b, space, other) => {
        const text = `${space}{"a"${space}:${space}[${a},${space}${b}${space}],"o":${other},"m":{"x":${a}},"n":${b}}`;
        const plain = JSON.parse(text);
        expect(await parse(text, "/a/*", "/m/x", "/n")).toEqual({ ...plain, a: [a, b], m: { x: a }, n: b });
        expect(await parse(text, "/a/1", "/m/*")).toEqual({ ...plain, a: [plain.a[0], b], m: { x: a } });
        expect(await parse(text)).toEqual(plain);
      }),
    );
  });

  it("leaves all other numbers as they are, those with the same name too", async () => {
    const text = '{"cost": 1.0, "a": {"cost": 2.0, "b": [{"cost": 3.0}]}, "cost2": 4.0}';
    expect(await parse(text, "/a/cost")).toEqual({ cost: 1, a: { cost: "2.0", b: [{ cost: 3 }] }, cost2: 4 });
  });

  it.each([
    ["a body that is a number", "1.10", "", "1.10"],
    ["a list of numbers", "[1.10, 2.0]", "/*", ["1.10", "2.0"]],
    ["names with special characters", '{"a/b~": {"": 1.0}}', "/a~1b~0/", { "a/b~": { "": "1.0" } }],
    ["escaped names", '{"c\\u006fst": 1.0, "x\\"": "\\\\"}', "/cost", { cost: "1.0", 'x"': "\\" }],
    ["the last of equal names", '{"a": 1.0, "a": 2.0}', "/a", { a: "2.0" }],
    ["the last of equal names, if it is no number", '{"a": 1.0, "a": "x"}', "/a", { a: "x" }],
    ["nothing in an empty list", '{"a": [], "b": {}}', "/a/*/c", { a: [], b: {} }],
  ])("delivers %s", async (_name, text, pointer, expected) => {
    expect(await parse(text, pointer)).toEqual(expected);
  });

  it("sets no prototype", async () => {
    const parsed = await parse('{"__proto__": {"a": 1.0}, "b": {"__proto__": 2.0}}', "/__proto__/a", "/b/*");
    expect(JSON.stringify(parsed)).toBe('{"__proto__":{"a":"1.0"},"b":{"__proto__":"2.0"}}');
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  });

  it.each(["", "[1.0", "{1: 2}", "[01]", '{"a": 1.}', "nul", "[1,]"])("rejects %j", async (text) => {
    await expect(parse(text, "/a")).rejects.toThrow(SyntaxError);
  });
});

it.each([
  [{ type: "number", format: "decimal" }, true],
  [{ type: ["string", "number", "null"], format: "decimal" }, true],
  [{ type: "integer", format: "int64", maximum: 2 ** 63 - 1 }, true],
  [{ type: "integer", minimum: -(2 ** 63) }, true],
  [{ type: "integer", format: "int64" }, false],
  [{ type: "integer", maximum: 2 ** 53 - 1 }, false],
  [{ type: "number", maximum: 2 ** 64 }, false],
  [{ type: "string", format: "decimal" }, false],
  [{ type: ["number", "object"], format: "decimal" }, false],
  [{ type: "number", format: "decimal", enum: [1.5] }, false],
  [true, false],
])("whether %j is of exact numbers is %j", (schema, expected) => {
  expect(isExactNumber(schema)).toBe(expected);
});
