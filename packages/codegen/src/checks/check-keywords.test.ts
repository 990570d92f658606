import { expect, test } from "vitest";
import { checkSpec } from "./check-spec.ts";

const spec = (operation: object, schema: object) => ({
  openapi: "3.1.0",
  paths: { "/a": { get: operation } },
  components: { schemas: { A: schema } },
});
const said = (document: unknown) =>
  checkSpec(document).map(({ pointer, message }) => `${pointer} ${message}`);

test.each([
  [
    spec({ paramters: [] }, {}),
    '/paths/~1a/get/paramters "paramters" means nothing here; did you mean "parameters"?',
  ],
  [
    spec({}, { propertis: {} }),
    '/components/schemas/A/propertis "propertis" means nothing here; did you mean "properties"?',
  ],
  [
    spec({}, { requierd: [] }),
    '/components/schemas/A/requierd "requierd" means nothing here; did you mean "required"?',
  ],
  [
    spec({ "x-paginatoin": { style: "none" } }, {}),
    '/paths/~1a/get/x-paginatoin "x-paginatoin" means nothing here; did you mean "x-pagination"?',
  ],
  [
    spec({}, { type: "string", "x-extensible-enun": ["a"] }),
    '/components/schemas/A/x-extensible-enun "x-extensible-enun" means nothing here; did you mean "x-extensible-enum"?',
  ],
])("a misspelt keyword is a warning: $0", (document, expected) => {
  expect(said(document)).toEqual([expected]);
  expect(checkSpec(document)[0]?.severity).toBe("warning");
});

test("extensions, names and keywords of other dialects are let pass", () => {
  const named = {
    type: "object",
    properties: { propertis: {}, requierd: {} },
    "x-propertis": {},
    nodeType: "a",
  };
  expect(said(spec({ "x-paramters": [] }, named))).toEqual([]);
});
