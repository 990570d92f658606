import { expect, test } from "vitest";
import { list, testMistakes } from "../../test/mistakes.ts";
import { usageApi } from "../../test/spec-text.ts";
import { checkSpec } from "./check-spec.ts";

const known = '"PageSize", "Granularity", "Start", "End", "filter", "ids", "kind"';

testMistakes([
  {
    replace: "start: Start",
    by: "start: From",
    line: "start: From",
    pointer: `${list}/x-window/start`,
    message: `x-window.start: unknown query parameter "From"; GET /accounts/{AccountSid}/records has ${known}`,
  },
  {
    replace: "{ hour: { step",
    by: "{ hours: { step",
    line: "Granularity: { hours",
    pointer: `${list}/x-window/spans/Granularity/hours`,
    message:
      'x-window.spans: "hours" is not a value of Granularity; its values are "hour", "day", "all"; did you mean "hour"?',
  },
  {
    replace: "Granularity: { hour: {",
    by: "Granularty: { hour: {",
    line: "Granularty: {",
    pointer: `${list}/x-window/spans/Granularty`,
    message: `x-window.spans: unknown query parameter "Granularty"; GET /accounts/{AccountSid}/records has ${known}; did you mean "Granularity"?`,
  },
  {
    replace: usageApi.slice(usageApi.indexOf("      x-pagination:"), usageApi.indexOf("      x-window:")),
    by: "",
    line: "x-window:",
    pointer: `${list}/x-window`,
    message: "x-window requires x-pagination on the same operation",
  },
]);

test("x-window alone needs no response", () => {
  const names = ["Start", "End"].map((name) => ({ name, in: "query" }));
  const window = { start: "Start", end: "End", bounds: "[)", format: "date-time", order: "descending" };
  const operation = {
    "x-pagination": { style: "none" },
    "x-window": window,
    parameters: names,
    responses: {},
  };
  expect(checkSpec({ openapi: "3.1.0", paths: { "/a": { get: operation } } })).toEqual([]);
});
