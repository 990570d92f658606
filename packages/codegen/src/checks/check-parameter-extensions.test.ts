import { list, testSlips } from "../../test/slips.ts";

testSlips([
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
