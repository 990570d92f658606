import fc from "fast-check";
import { expect, test } from "vitest";
import { Code, renderLiteral } from "./literal.ts";

const evaluate = (literal: string): unknown => new Function(`return (${literal});`)();

test("a literal evaluates to its value", () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), (json) => {
      // JSON has no -0.
      const value = JSON.parse(json);
      expect(evaluate(renderLiteral(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("quotes names that are not identifiers, and sets no prototype", () => {
  const value = JSON.parse('{ "filter[]": 1, "a-b": 2, "__proto__": 3, "class": 4, "1": 5 }');
  expect(evaluate(renderLiteral(value))).toEqual(value);
  expect(renderLiteral({ "a-b": { class: 1 } })).toBe('{ "a-b": { class: 1 } }');
});

test("is on one line if it fits, or else has a line per member", () => {
  const member = "x".repeat(60);
  expect(renderLiteral({ a: { b: 1 }, c: undefined })).toBe("{ a: { b: 1 } }");
  expect(renderLiteral({ a: { first: member, second: member } })).toBe(
    `{\n  a: {\n    first: "${member}",\n    second: "${member}",\n  },\n}`,
  );
});

test("has no line of more than 120 characters, unless a single member is longer", () => {
  const words = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 30 });
  const values = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      words,
      fc.array(tie("value")),
      fc.dictionary(words, tie("value")),
    ),
  })).value;
  fc.assert(
    fc.property(values, (value) => {
      for (const line of renderLiteral(value).split("\n")) expect(line.length).toBeLessThanOrEqual(120);
    }),
  );
});

test("inserts code as it is", () => {
  expect(renderLiteral({ a: new Code("AccountSidParameter"), b: 1 })).toBe(
    "{ a: AccountSidParameter, b: 1 }",
  );
});

test("has one line for each element of a long list that holds an object", () => {
  const words = Array.from({ length: 30 }, (_, index) => `word${index}`);
  expect(renderLiteral([...words, { a: 1 }]).split("\n")).toHaveLength(33);
});

test("fills the lines of a long list of words, and has one line for each member of an object", () => {
  const words = Array.from({ length: 30 }, (_, index) => `word${index}`);
  expect(renderLiteral(words).split("\n")).toHaveLength(5);
  const lines = renderLiteral(Object.fromEntries(words.map((word) => [word, 1]))).split("\n");
  expect(lines).toHaveLength(32);
  expect(lines[1]).toBe("  word0: 1,");
});
