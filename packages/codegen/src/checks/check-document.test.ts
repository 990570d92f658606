import { expect, test } from "vitest";
import { problemsIn } from "../../test/slips.ts";

const accepted = "accepted are OpenAPI 3.0 and 3.1, in YAML or JSON";

test.each([
  ['swagger: "2.0"\npaths: {}', "#/swagger", `this is a Swagger 2.0 document; ${accepted}: convert it first`],
  ["", "#", `this is no OpenAPI document but empty; ${accepted}`],
  ["just words", "#", `this is no OpenAPI document but a string; ${accepted}`],
  ["- a", "#", `this is no OpenAPI document but a list; ${accepted}`],
  ["asyncapi: 3.0.0", "#", `this is no OpenAPI document: it has no "openapi" version; ${accepted}`],
  ["openapi: 3.1", "#/openapi", 'the version must be a string: write "3.1.0" with quotes'],
  ["openapi: 4.0.0", "#/openapi", `version "4.0.0" is not supported; ${accepted}`],
  ["openapi: 3.1.0\nwebhooks: {}", "#", "there are no paths, hence no operations to generate"],
  ["openapi: 3.1.0\npaths: {}", "#/paths", "there are no paths, hence no operations to generate"],
])("%j", async (source, pointer, message) => {
  const problems = await problemsIn({ source, name: "api.yaml" });
  expect(problems).toEqual([expect.objectContaining({ file: "api.yaml", pointer, message })]);
});
