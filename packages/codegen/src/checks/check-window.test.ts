import { list, testSlips } from "../../test/slips.ts";
import { usageApi } from "../../test/spec-text.ts";

const known = '"PageSize", "Granularity", "Start", "End", "filter", "ids", "kind"';

testSlips([
  {
    replace: "start: Start",
    by: "start: From",
    line: "start: From",
    pointer: `${list}/x-window/start`,
    message: `GET /accounts/{AccountSid}/records has no query parameter "From" (it has ${known})`,
  },
  {
    replace: "{ hour: { step",
    by: "{ hours: { step",
    line: "Granularity: { hours",
    pointer: `${list}/x-window/spans/Granularity/hours`,
    message: '"hours" is no value of Granularity (they are "hour", "day", "all"); did you mean "hour"?',
  },
  {
    replace: "Granularity: { hour: {",
    by: "Granularty: { hour: {",
    line: "Granularty: {",
    pointer: `${list}/x-window/spans/Granularty`,
    message: `GET /accounts/{AccountSid}/records has no query parameter "Granularty" (it has ${known}); did you mean "Granularity"?`,
  },
  {
    replace: usageApi.slice(usageApi.indexOf("      x-pagination:"), usageApi.indexOf("      x-window:")),
    by: "",
    line: "x-window:",
    pointer: `${list}/x-window`,
    message: "x-window cuts a list; say in x-pagination how the list is paged",
  },
]);
