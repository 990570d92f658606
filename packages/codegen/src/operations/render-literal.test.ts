import fc from "fast-check";
import { expect, test } from "vitest";
import { Code, renderLiteral } from "./render-literal.ts";

const evaluate = (literal: string): unknown => new Function(`return (${literal});`)();

test("a literal, evaluated, is the value that it was made from", () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), (json) => {
      // Through text, as documents come: it has no -0.
      const value = JSON.parse(json);
      expect(evaluate(renderLiteral(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("names that are no identifiers are quoted, and none reaches the prototype", () => {
  const value = JSON.parse('{ "filter[]": 1, "a-b": 2, "__proto__": 3, "class": 4, "1": 5 }');
  expect(evaluate(renderLiteral(value))).toEqual(value);
  expect(renderLiteral({ "a-b": { class: 1 } })).toBe('{ "a-b": { class: 1 } }');
});

test("what fits is on one line, what does not has a line per member", () => {
  const member = "x".repeat(60);
  expect(renderLiteral({ a: { b: 1 }, c: undefined })).toBe("{ a: { b: 1 } }");
  expect(renderLiteral({ a: { first: member, second: member } })).toBe(
    `{\n  a: {\n    first: "${member}",\n    second: "${member}",\n  },\n}`,
  );
});

test("no line of a literal is longer than 120 characters, unless a single member is", () => {
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

test("code goes in as it is", () => {
  expect(renderLiteral({ a: new Code("AccountSidParameter"), b: 1 })).toBe(
    "{ a: AccountSidParameter, b: 1 }",
  );
});
