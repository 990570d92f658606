import { expect, it } from "vitest";
import { createListAnswers } from "../src/server/answer-list.ts";

const origin = "http://127.0.0.1:1";
const textOf = (answer: (origin: string, target: string) => readonly Buffer[], target: string) =>
  Buffer.concat(answer(origin, target)).toString();

it("cuts the same list whatever the size of a page, beyond the records that it repeats", () => {
  const answer = createListAnswers(40_000);
  const records = (target: string) => JSON.parse(textOf(answer, target)).usage_records;
  const wide = records("/v1/UsageRecords?PageSize=1000&Page=31");
  const narrow = [0, 1, 2, 3].flatMap((page) => records(`/v1/UsageRecords?PageSize=250&Page=${124 + page}`));
  expect(wide).toHaveLength(1000);
  expect(narrow).toEqual(wide);
});

it("links pages as Super SIM does: absolute, with the filters, and null behind the last", () => {
  const answer = createListAnswers(60);
  const metaOf = (target: string) => JSON.parse(textOf(answer, target)).meta;
  const first = metaOf("/v1/UsageRecords?Group=sim");
  expect(first.next_page_url).toBe(`${origin}/v1/UsageRecords?Group=sim&PageSize=50&Page=1&PageToken=PA50`);
  expect(metaOf(first.next_page_url).next_page_url).toBeNull();
});

it("has no two pages that are alike", () => {
  const answer = createListAnswers(100_000);
  const bodies = Array.from({ length: 100 }, (_, page) => {
    const body = JSON.parse(textOf(answer, `/v1/UsageRecords?PageSize=1000&Page=${page}`));
    return JSON.stringify(body.usage_records);
  });
  expect(new Set(bodies).size).toBe(100);
});
