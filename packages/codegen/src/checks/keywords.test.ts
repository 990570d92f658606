import { expect, test } from "vitest";
import { checkSpec } from "./check-spec.ts";

const spec = (operation: object, schema: object) => ({
  openapi: "3.1.0",
  paths: { "/a": { get: operation } },
  components: { schemas: { A: schema } },
});
const messages = (document: unknown) =>
  checkSpec(document).map(({ pointer, message }) => `${pointer} ${message}`);

test.each([
  [
    spec({ paramters: [] }, {}),
    '/paths/~1a/get/paramters unknown keyword "paramters" is ignored; did you mean "parameters"?',
  ],
  [
    spec({}, { propertis: {} }),
    '/components/schemas/A/propertis unknown keyword "propertis" is ignored; did you mean "properties"?',
  ],
  [
    spec({}, { requierd: [] }),
    '/components/schemas/A/requierd unknown keyword "requierd" is ignored; did you mean "required"?',
  ],
  [
    spec({ "x-paginatoin": { style: "none" } }, {}),
    '/paths/~1a/get/x-paginatoin unknown keyword "x-paginatoin" is ignored; did you mean "x-pagination"?',
  ],
  [
    spec({}, { type: "string", "x-extensible-enun": ["a"] }),
    '/components/schemas/A/x-extensible-enun unknown keyword "x-extensible-enun" is ignored; did you mean "x-extensible-enum"?',
  ],
])("warns about a misspelt keyword: %j", (document, expected) => {
  expect(messages(document)).toEqual([expected]);
  expect(checkSpec(document)[0]?.severity).toBe("warning");
});

test("accepts extensions, names and keywords of other dialects", () => {
  const named = {
    type: "object",
    properties: { propertis: {}, requierd: {} },
    "x-propertis": {},
    nodeType: "a",
    sample: "a",
  };
  expect(messages(spec({ "x-paramters": [] }, named))).toEqual([]);
});
