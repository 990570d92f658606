import { describe, expect, test } from "vitest";
import { problemsIn, testMistakes } from "../../test/mistakes.ts";
import { checkSpec } from "./check-spec.ts";

describe("rejects a document that is not OpenAPI 3.0 or 3.1", () => {
  test.each([
    [
      'swagger: "2.0"\npaths: {}',
      "#/swagger",
      "Swagger 2.0 is not supported; convert the document to OpenAPI 3.0 or 3.1",
    ],
    ["", "#", "expected an OpenAPI 3.0 or 3.1 document; found nothing"],
    ["just words", "#", "expected an OpenAPI 3.0 or 3.1 document; found a string"],
    ["- a", "#", "expected an OpenAPI 3.0 or 3.1 document; found a list"],
    ["asyncapi: 3.0.0", "#", 'the document has no "openapi" version; add one, such as openapi: "3.1.0"'],
    ["openapi: 3.1", "#/openapi", 'the "openapi" version must be a string; write it in quotes: "3.1.0"'],
    ["openapi: 4.0.0", "#/openapi", 'OpenAPI version "4.0.0" is not supported; use 3.0 or 3.1'],
    ["openapi: 3.1.0\nwebhooks: {}", "#", "the document has no paths, so there is nothing to generate"],
    ["openapi: 3.1.0\npaths: {}", "#/paths", "the document has no paths, so there is nothing to generate"],
  ])("%j", async (source, pointer, message) => {
    const problems = await problemsIn({ source, name: "api.yaml" });
    expect(problems).toEqual([expect.objectContaining({ file: "api.yaml", pointer, message })]);
  });
});

testMistakes([
  {
    replace: "  /status:\n    get:\n",
    by: "  /status:\n    get:\n      operationId: listRecords\n",
    line: "operationId: listRecords\n      x-pagination: { style: none }",
    pointer: "#/paths/~1status/get/operationId",
    message:
      'operationId "listRecords" is already used by GET /accounts/{AccountSid}/records; each must be unique',
  },
]);

test("warns about a parameter that is listed twice", () => {
  const parameter = { name: "a", in: "query" };
  const spec = { openapi: "3.0.0", paths: { "/a": { get: { parameters: [parameter, { ...parameter }] } } } };
  expect(checkSpec(spec)).toEqual([
    {
      pointer: "/paths/~1a/get/parameters",
      message: 'query parameter "a" is listed twice; the last one is used',
      severity: "warning",
    },
  ]);
});

describe("the first server", () => {
  const document = (url: string) => ({ openapi: "3.1.0", servers: [{ url }], paths: { "/a": { get: {} } } });

  test("is a warning if it has no host, since its path is not used", () => {
    expect(checkSpec(document("/api/v2"))).toMatchObject([
      {
        pointer: "/servers/0/url",
        severity: "warning",
        message: expect.stringContaining('server URL "/api/v2" is not absolute'),
      },
    ]);
  });

  test.each(["https://api.example.com/v2", "http://localhost", "{scheme}://api.example.com"])(
    "may be %s",
    (url) => {
      expect(checkSpec(document(url))).toEqual([]);
    },
  );
});
