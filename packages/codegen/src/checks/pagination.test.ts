import { describe, expect, test } from "vitest";
import { list, problemsIn, testMistakes } from "../../test/mistakes.ts";
import { edit, usageApi } from "../../test/spec-text.ts";
import { checkSpec } from "./check-spec.ts";

const known = '"PageSize", "Granularity", "Start", "End", "filter", "ids", "kind"';

describe("x-pagination refers to what the response describes", () => {
  testMistakes([
    {
      replace: "#/meta/next_url",
      by: "#/meta/next_ur",
      line: "next: $response",
      pointer: `${list}/x-pagination/next`,
      message:
        'x-pagination.next: the response has no "/meta/next_ur": unknown property "next_ur"; its properties are "next_url", "has_more", "page"; did you mean "next_url"?',
    },
    {
      replace: "#/meta/next_url",
      by: "#/meta/page",
      line: "next: $response",
      pointer: `${list}/x-pagination/next`,
      message: 'x-pagination.next: "/meta/page" must be of type string; its schema says integer',
    },
    {
      replace: "header.X-Total",
      by: "header.X-Totl",
      line: "total: $response",
      pointer: `${list}/x-pagination/total`,
      message:
        'x-pagination.total: the response has no header "X-Totl"; it describes "x-total"; did you mean "x-total"?',
    },
    {
      replace: "items: /records",
      by: "items: /record",
      line: "items: /record",
      pointer: `${list}/x-pagination/items`,
      message:
        'x-pagination.items: the response has no "/record": unknown property "record"; its properties are "meta", "records"; did you mean "records"?',
    },
    {
      replace: "items: /records",
      by: "items: /meta",
      line: "items: /meta",
      pointer: `${list}/x-pagination/items`,
      message: 'x-pagination.items: must point to an array; "/meta" is of type object',
    },
    {
      replace: 'records: { type: array, items: { $ref: "#/components/schemas/Record" } }',
      by: "records: { type: array, items: { type: object } }",
      line: "items: /records",
      pointer: `${list}/x-pagination/items`,
      message:
        'x-pagination.items: the records at "/records" have no described properties; add "properties" to their schema',
    },
    {
      replace: '"200":\n          description: A page of records.',
      by: '"404":\n          description: A page of records.',
      line: "x-pagination:",
      pointer: `${list}/x-pagination`,
      message: "x-pagination requires a 2xx response; GET /accounts/{AccountSid}/records describes none",
    },
    {
      replace:
        '            application/json:\n              schema: { $ref: "#/components/schemas/RecordList" }',
      by: "            text/csv: {}",
      line: "items: /records",
      pointer: `${list}/x-pagination/items`,
      message: "x-pagination.items: the response has no JSON body with a schema",
    },
  ]);
});

describe("x-pagination refers to what the request accepts", () => {
  testMistakes([
    {
      replace: "param: PageSize,",
      by: "param: Pagesize,",
      line: "pageSize: {",
      pointer: `${list}/x-pagination/pageSize/param`,
      message: `x-pagination.pageSize.param: unknown query parameter "Pagesize"; GET /accounts/{AccountSid}/records has ${known}; did you mean "PageSize"?`,
    },
    {
      replace: "pageSize: {",
      by: "firstPageOnly: [Offset]\n        pageSize: {",
      line: "firstPageOnly",
      pointer: `${list}/x-pagination/firstPageOnly/0`,
      message: `x-pagination.firstPageOnly.0: unknown query parameter "Offset"; GET /accounts/{AccountSid}/records has ${known}`,
    },
    {
      replace: "default: 200, maximum: 1000 }",
      by: "default: 200, maximum: 100 }",
      line: "pageSize: {",
      pointer: `${list}/x-pagination/pageSize/default`,
      message: `x-pagination.pageSize.default: 200 is above the maximum of 100 in ${list}/x-pagination/pageSize`,
    },
    {
      replace: "minimum: 1, maximum: 1000 } }",
      by: "minimum: 500, maximum: 1000 } }",
      line: "pageSize: {",
      pointer: `${list}/x-pagination/pageSize/default`,
      message:
        "x-pagination.pageSize.default: 200 is below the minimum of 500 in #/components/parameters/PageSize/schema",
    },
    {
      replace: "default: 200, maximum: 1000 }",
      by: "default: 2000 }",
      line: "pageSize: {",
      pointer: `${list}/x-pagination/pageSize/default`,
      message:
        "x-pagination.pageSize.default: 2000 is above the maximum of 1000 in #/components/parameters/PageSize/schema",
    },
    {
      replace:
        "style: next-link\n        items: /records\n        next: $response.body#/meta/next_url\n        total",
      by: "style: offset\n        param: Granularity\n        items: /records\n        end: next\n        total",
      line: "end: next",
      pointer: `${list}/x-pagination/end`,
      message: 'x-pagination.end: "next" requires "hasMore"',
    },
    {
      replace:
        "style: next-link\n        items: /records\n        next: $response.body#/meta/next_url\n        total",
      by: "style: offset\n        param: PageSize\n        items: /records\n        total",
      line: "pageSize: {",
      pointer: `${list}/x-pagination/pageSize/param`,
      message: 'x-pagination.pageSize.param: "PageSize" is already used as x-pagination.param',
    },
  ]);
});

test.each([
  [1, 0],
  [1000, 0],
  [0, 2],
  [1001, 2],
])("a default page size of %s, where 1 to 1000 are allowed, has %s errors", async (size, errors) => {
  const source = edit(usageApi, "default: 200,", `default: ${size},`);
  expect(await problemsIn({ source, name: "api.yaml" })).toHaveLength(errors);
});

test("all errors of one extension are reported", async () => {
  const source = edit(usageApi, "default: 200, maximum: 1000", 'default: "200", maximum: "1000"');
  expect(await problemsIn({ source, name: "api.yaml" })).toHaveLength(2);
});

test("a default page size that is no number is one error, not two", async () => {
  const source = edit(usageApi, "default: 200,", 'default: "5000",');
  expect(await problemsIn({ source, name: "api.yaml" })).toHaveLength(1);
});

describe("in a spec that uses x-pagination, a GET that returns a list has it", () => {
  testMistakes([
    {
      replace: "      x-pagination: { style: none }\n",
      by: "",
      line: "    get:\n      security",
      pointer: "#/paths/~1status/get",
      message:
        "GET /status returns a list of records; add x-pagination, with style: none if the list is not paged",
    },
  ]);

  const record = { type: "object", properties: { bytes: { type: "integer" } } };
  const records = { type: "array", items: record };
  const object = (properties: object) => ({ type: "object", properties });
  const returns = (schema: object, more: object = {}) => ({
    responses: { 200: { content: { "application/json": { schema } } } },
    ...more,
  });

  /** Whether an operation must have x-pagination, next to one that has it. */
  function mustHaveIt(
    operation: object,
    other: object = { "x-pagination": { style: "none" } },
    strict = true,
  ): boolean {
    const paths = { "/other": { get: returns(records, other) }, "/a": { get: operation } };
    return checkSpec({ openapi: "3.1.0", paths }, new Map(), { strict }).some(
      ({ pointer }) => pointer === "/paths/~1a/get",
    );
  }

  describe("a list is", () => {
    test.each([
      ["an array of records", returns(records)],
      ["an array of records that may be null", returns({ oneOf: [records, { type: "null" }] })],
      ["an object whose only field is an array of records", returns(object({ data: records }))],
      [
        "an array of records next to a link",
        returns(object({ data: records, next_page_uri: { type: "string" } })),
      ],
      [
        "an array of records next to paging data",
        returns({ allOf: [object({ data: records }), object({ meta: record })] }),
      ],
      [
        "an array of records with a paging parameter",
        returns(object({ data: records, unit: {} }), { parameters: [{ name: "page[size]", in: "query" }] }),
      ],
    ])("%s", (_, operation) => {
      expect(mustHaveIt(operation)).toBe(true);
    });
  });

  describe("a list is not", () => {
    test.each([
      ["a record", returns(record)],
      ["a record that contains records", returns(object({ iccid: { type: "string" }, sessions: records }))],
      ["an array of strings", returns({ type: "array", items: { type: "string" } })],
      ["an open object", returns({ type: "object", additionalProperties: true })],
      ["a response without a body", { responses: { 204: {} } }],
    ])("%s", (_, operation) => {
      expect(mustHaveIt(operation)).toBe(false);
    });
  });

  test("only if the check is strict", () => {
    expect(mustHaveIt(returns(records), undefined, false)).toBe(false);
  });

  test("a spec without x-pagination needs none", () => {
    expect(mustHaveIt(returns(records), {})).toBe(false);
  });
});
