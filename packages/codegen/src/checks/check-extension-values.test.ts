import { describe } from "vitest";
import { list, testSlips } from "../../test/slips.ts";

describe("x-pagination has the form that its schema gives it", () => {
  testSlips([
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
      message: 'x-pagination needs "next" with style next-link',
    },
    {
      replace: "pageSize: {",
      by: "page_size: {",
      line: "page_size: {",
      pointer: `${list}/x-pagination/page_size`,
      message:
        'x-pagination knows no "page_size"; it has "style", "items", "pageSize", "hasMore", "total", "firstPageOnly", "next", "param", "end", "first", "totalPages"; did you mean "pageSize"?',
    },
    {
      replace: "        items: /records\n",
      by: "        items: /records\n        param: PageSize\n",
      line: "param: PageSize",
      pointer: `${list}/x-pagination/param`,
      message: 'x-pagination takes no "param" with style next-link',
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

describe("x-window has the form that its schema gives it", () => {
  testSlips([
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
      message: 'x-window needs "bounds" beside "start"',
    },
    {
      replace: "        start: Start\n        end: End\n",
      by: "",
      line: "x-window:",
      pointer: `${list}/x-window`,
      message: "x-window takes either start and end or param and template",
    },
    {
      replace: "max: P31D } }",
      by: "maximum: P31D } }",
      line: "Granularity: { hour",
      pointer: `${list}/x-window/spans/Granularity/hour/maximum`,
      message: 'x-window.spans.Granularity.hour knows no "maximum"; it has "step", "max"',
    },
  ]);
});

describe("an extension stands where it means something", () => {
  testSlips([
    {
      replace: "    get:\n      operationId",
      by: "    x-window: { start: Start, end: End, bounds: '[)', format: date }\n    get:\n      operationId",
      line: "x-window: {",
      pointer: "#/paths/~1accounts~1{AccountSid}~1records/x-window",
      message: "x-window belongs on an operation; here it has no effect",
    },
    {
      replace: "details: { type: object }",
      by: "details: { type: object, x-array-name: 'details[]' }",
      line: "details: {",
      pointer: "#/components/schemas/Record/properties/details/x-array-name",
      message: "x-array-name belongs on a parameter; here it has no effect",
    },
  ]);
});
