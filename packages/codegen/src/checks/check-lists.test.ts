import { describe, expect, test } from "vitest";
import { testSlips } from "../../test/slips.ts";
import { checkSpec } from "./check-spec.ts";

testSlips([
  {
    replace: "      x-pagination: { style: none }\n",
    by: "",
    line: "    get:\n      security",
    pointer: "#/paths/~1status/get",
    message:
      "GET /status answers with a list of records: say in x-pagination how it is paged, or style: none",
  },
]);

const record = { type: "object", properties: { bytes: { type: "integer" } } };
const records = { type: "array", items: record };
const answers = (schema: object, more: object = {}) => ({
  responses: { 200: { content: { "application/json": { schema } } } },
  ...more,
});

/** The operations that are asked to say how they are paged, beside one that says so. */
function asked(operation: object, told: object = { "x-pagination": { style: "none" } }): boolean {
  const paths = { "/told": { get: answers(records, told) }, "/a": { get: operation } };
  return checkSpec({ openapi: "3.1.0", paths }).some(({ pointer }) => pointer === "/paths/~1a/get");
}

const object = (properties: object) => ({ type: "object", properties });

describe("a list is", () => {
  test.each([
    ["an array of records", answers(records)],
    ["an array of records that may be null", answers({ oneOf: [records, { type: "null" }] })],
    ["an object with nothing but records", answers(object({ data: records }))],
    [
      "records with a link beside them",
      answers(object({ data: records, next_page_uri: { type: "string" } })),
    ],
    [
      "records with paging data beside them",
      answers({ allOf: [object({ data: records }), object({ meta: record })] }),
    ],
    [
      "records for which a page is asked",
      answers(object({ data: records, unit: {} }), { parameters: [{ name: "page[size]", in: "query" }] }),
    ],
  ])("%s", (_, operation) => {
    expect(asked(operation)).toBe(true);
  });
});

describe("no list is", () => {
  test.each([
    ["a record", answers(record)],
    ["a record with records in it", answers(object({ iccid: { type: "string" }, sessions: records }))],
    ["an array of strings", answers({ type: "array", items: { type: "string" } })],
    ["an open object", answers({ type: "object", additionalProperties: true })],
    ["an answer without a body", { responses: { 204: {} } }],
  ])("%s", (_, operation) => {
    expect(asked(operation)).toBe(false);
  });
});

test("in a spec that says nothing about paging, nothing is asked", () => {
  expect(asked(answers(records), {})).toBe(false);
});
