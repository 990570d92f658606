import { describe, expect, test } from "vitest";
import { list, problemsIn, testMistakes } from "../../test/mistakes.ts";
import { edit, usageApi } from "../../test/spec-text.ts";

describe("x-pagination matches its schema", () => {
  testMistakes([
    {
      replace: "style: next-link",
      by: "style: next-lnk",
      line: "style: next-lnk",
      pointer: `${list}/x-pagination/style`,
      message:
        'x-pagination.style must be one of "next-link", "next-token", "offset", "page-number", "none"; found "next-lnk"; did you mean "next-link"?',
    },
    {
      replace: "        next: $response.body#/meta/next_url\n",
      by: "",
      line: "x-pagination:",
      pointer: `${list}/x-pagination`,
      message: 'x-pagination requires "next" with style "next-link"',
    },
    {
      replace: "pageSize: {",
      by: "page_size: {",
      line: "page_size: {",
      pointer: `${list}/x-pagination/page_size`,
      message:
        'x-pagination does not have a key "page_size"; its keys are "style", "items", "pageSize", "hasMore", "total", "firstPageOnly", "next", "param", "end", "first", "totalPages"; did you mean "pageSize"?',
    },
    {
      replace: "        items: /records\n",
      by: "        items: /records\n        param: PageSize\n",
      line: "param: PageSize",
      pointer: `${list}/x-pagination/param`,
      message: 'x-pagination does not accept "param" with style "next-link"',
    },
    {
      replace: "$response.body#/meta/next_url",
      by: "/meta/next_url",
      line: "next: /meta",
      pointer: `${list}/x-pagination/next`,
      message:
        'x-pagination.next must be a runtime expression, such as $response.body#/meta/next or $response.header.Link; found "/meta/next_url"',
    },
    {
      replace: "default: 200,",
      by: "default: many,",
      line: "default: many",
      pointer: `${list}/x-pagination/pageSize/default`,
      message: 'x-pagination.pageSize.default must be of type integer; found "many"',
    },
    {
      replace: "items: /records",
      by: "items: records",
      line: "items: records",
      pointer: `${list}/x-pagination/items`,
      message: 'x-pagination.items must be a JSON Pointer, such as "/usage_records"; found "records"',
    },
  ]);
});

describe("x-window matches its schema", () => {
  testMistakes([
    {
      replace: "history: P18M",
      by: "history: 18 months",
      line: "history: 18",
      pointer: `${list}/x-window/history`,
      message: 'x-window.history must be an ISO 8601 duration, such as P31D, P3M or PT1H; found "18 months"',
    },
    {
      replace: '        bounds: "[)"\n',
      by: "",
      line: "x-window:",
      pointer: `${list}/x-window`,
      message: 'x-window requires "bounds" with "start"',
    },
    {
      replace: "        start: Start\n        end: End\n",
      by: "",
      line: "x-window:",
      pointer: `${list}/x-window`,
      message: 'x-window requires either "start" and "end", or "param" and "template"',
    },
    {
      replace: "max: P31D } }",
      by: "maximum: P31D } }",
      line: "Granularity: { hour",
      pointer: `${list}/x-window/spans/Granularity/hour/maximum`,
      message: 'x-window.spans.Granularity.hour does not have a key "maximum"; its keys are "step", "max"',
    },
  ]);
});

test("reports x-window without start and param once", async () => {
  const source = edit(usageApi, "        start: Start\n        end: End\n", "");
  expect(await problemsIn({ source, name: "api.yaml" })).toHaveLength(1);
});

describe("an extension is on an object where it has an effect", () => {
  testMistakes([
    {
      replace: "    get:\n      operationId",
      by: "    x-window: { start: Start, end: End, bounds: '[)', format: date }\n    get:\n      operationId",
      line: "x-window: {",
      pointer: "#/paths/~1accounts~1{AccountSid}~1records/x-window",
      message: "x-window has no effect here; it belongs on an operation",
    },
    {
      replace: "details: { type: object }",
      by: "details: { type: object, x-array-name: 'details[]' }",
      line: "details: {",
      pointer: "#/components/schemas/Record/properties/details/x-array-name",
      message: "x-array-name has no effect here; it belongs on a parameter",
    },
  ]);
});

describe("x-extensible-enum is on a string, without enum", () => {
  testMistakes([
    {
      replace: "kind: { type: string, x-extensible-enum: [sim, fleet] }\n        unit",
      by: "kind: { type: string, enum: [a], x-extensible-enum: [sim, fleet] }\n        unit",
      line: "kind: { type: string, enum",
      pointer: "#/components/schemas/Record/properties/kind/x-extensible-enum",
      message: 'x-extensible-enum allows other values, but "enum" does not; remove one of them',
    },
    {
      replace: '{ type: [string, "null"], x-extensible-enum',
      by: "{ type: integer, x-extensible-enum",
      line: "unit: {",
      pointer: "#/components/schemas/Record/properties/unit/x-extensible-enum",
      message: 'x-extensible-enum requires type: string or type: [string, "null"]',
    },
  ]);
});

describe("an extension of a parameter is on a parameter of the right kind", () => {
  testMistakes([
    {
      replace: "schema: { oneOf: [{ type: string }, { type: array, items: { type: string } }] }",
      by: "schema: { type: string }",
      line: "x-array-name",
      pointer: `${list}/parameters/4/x-array-name`,
      message: "x-array-name belongs on a query parameter that accepts an array",
    },
    {
      replace: "PageSize: { name: PageSize,",
      by: "PageSize: { name: PageSize, x-client-default: pageSize,",
      line: "PageSize: { name",
      pointer: "#/components/parameters/PageSize/x-client-default",
      message: "x-client-default belongs on a path parameter",
    },
  ]);
});
