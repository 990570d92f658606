import { describe } from "vitest";
import { list, testSlips } from "../../test/slips.ts";

const known = '"PageSize", "Granularity", "Start", "End", "filter", "ids", "kind"';

describe("what x-pagination says of the response is found there", () => {
  testSlips([
    {
      replace: "#/meta/next_url",
      by: "#/meta/next_ur",
      line: "next: $response",
      pointer: `${list}/x-pagination/next`,
      message:
        '"/meta/next_ur" leads nowhere in the response: no "next_ur" (there are "next_url", "has_more", "page"); did you mean "next_url"?',
    },
    {
      replace: "#/meta/next_url",
      by: "#/meta/page",
      line: "next: $response",
      pointer: `${list}/x-pagination/next`,
      message: '"/meta/page" must be of type string; its schema says integer',
    },
    {
      replace: "header.X-Total",
      by: "header.X-Totl",
      line: "total: $response",
      pointer: `${list}/x-pagination/total`,
      message: 'the response describes no header "X-Totl" (it has "x-total"); did you mean "x-total"?',
    },
    {
      replace: "items: /records",
      by: "items: /record",
      line: "items: /record",
      pointer: `${list}/x-pagination/items`,
      message:
        'items "/record" leads nowhere in the response: no "record" (there are "meta", "records"); did you mean "records"?',
    },
    {
      replace: "items: /records",
      by: "items: /meta",
      line: "items: /meta",
      pointer: `${list}/x-pagination/items`,
      message: 'items must lead to an array; "/meta" is object',
    },
    {
      replace: 'records: { type: array, items: { $ref: "#/components/schemas/Record" } }',
      by: "records: { type: array, items: { type: object } }",
      line: "items: /records",
      pointer: `${list}/x-pagination/items`,
      message: 'the records at "/records" are not described: their schema has no properties',
    },
    {
      replace: '"200":\n          description: A page of records.',
      by: '"404":\n          description: A page of records.',
      line: "x-pagination:",
      pointer: `${list}/x-pagination`,
      message: "GET /accounts/{AccountSid}/records describes no 200 response that could be paged",
    },
    {
      replace:
        '            application/json:\n              schema: { $ref: "#/components/schemas/RecordList" }',
      by: "            text/csv: {}",
      line: "items: /records",
      pointer: `${list}/x-pagination/items`,
      message: "the response has no JSON body whose schema is described",
    },
  ]);
});

describe("what x-pagination says of the request is found there", () => {
  testSlips([
    {
      replace: "param: PageSize,",
      by: "param: Pagesize,",
      line: "pageSize: {",
      pointer: `${list}/x-pagination/pageSize/param`,
      message: `GET /accounts/{AccountSid}/records has no query parameter "Pagesize" (it has ${known}); did you mean "PageSize"?`,
    },
    {
      replace: "pageSize: {",
      by: "firstPageOnly: [Offset]\n        pageSize: {",
      line: "firstPageOnly",
      pointer: `${list}/x-pagination/firstPageOnly/0`,
      message: `GET /accounts/{AccountSid}/records has no query parameter "Offset" (it has ${known})`,
    },
    {
      replace: "default: 200, maximum: 1000 }",
      by: "default: 200, maximum: 100 }",
      line: "pageSize: {",
      pointer: `${list}/x-pagination/pageSize/default`,
      message: `the page size asked for, 200, is outside the maximum of 100 (${list.slice(1)}/x-pagination/pageSize)`,
    },
    {
      replace: "default: 200, maximum: 1000 }",
      by: "default: 2000 }",
      line: "pageSize: {",
      pointer: `${list}/x-pagination/pageSize/default`,
      message:
        "the page size asked for, 2000, is outside the maximum of 1000 (/components/parameters/PageSize/schema)",
    },
    {
      replace:
        "style: next-link\n        items: /records\n        next: $response.body#/meta/next_url\n        total",
      by: "style: offset\n        param: Granularity\n        items: /records\n        end: next\n        total",
      line: "end: next",
      pointer: `${list}/x-pagination/end`,
      message: 'end: next needs "hasMore"',
    },
    {
      replace:
        "style: next-link\n        items: /records\n        next: $response.body#/meta/next_url\n        total",
      by: "style: offset\n        param: PageSize\n        items: /records\n        total",
      line: "pageSize: {",
      pointer: `${list}/x-pagination/pageSize/param`,
      message: '"PageSize" is the parameter of the position too; it cannot be both',
    },
  ]);
});
