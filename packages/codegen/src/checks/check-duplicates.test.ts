import { expect, test } from "vitest";
import { testSlips } from "../../test/slips.ts";
import { checkSpec } from "./check-spec.ts";

testSlips([
  {
    replace: "  /status:\n    get:\n",
    by: "  /status:\n    get:\n      operationId: listRecords\n",
    line: "operationId: listRecords\n      x-pagination: { style: none }",
    pointer: "#/paths/~1status/get/operationId",
    message: 'operationId "listRecords" is already the name of GET /accounts/{AccountSid}/records',
  },
]);

test("a parameter that is listed twice is a warning", () => {
  const parameter = { name: "a", in: "query" };
  const spec = { openapi: "3.0.0", paths: { "/a": { get: { parameters: [parameter, { ...parameter }] } } } };
  expect(checkSpec(spec)).toEqual([
    {
      pointer: "/paths/~1a/get/parameters",
      message: 'the query parameter "a" is listed twice; the last one counts',
      severity: "warning",
    },
  ]);
});
