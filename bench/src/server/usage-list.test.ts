import { expect, it } from "vitest";
import { createUsageList } from "./usage-list.ts";

const origin = "http://127.0.0.1:1";
const textOf = (list: (origin: string, target: string) => readonly Buffer[], target: string) =>
  Buffer.concat(list(origin, target)).toString();

it("serves the same list for every page size, also where the records repeat", () => {
  const list = createUsageList(40_000);
  const records = (target: string) => JSON.parse(textOf(list, target)).usage_records;
  const wide = records("/v1/UsageRecords?PageSize=1000&Page=31");
  const narrow = [0, 1, 2, 3].flatMap((page) => records(`/v1/UsageRecords?PageSize=250&Page=${124 + page}`));
  expect(wide).toHaveLength(1000);
  expect(narrow).toEqual(wide);
});

it("links pages as Super SIM does: absolute, with the filters, null on the last page", () => {
  const list = createUsageList(60);
  const metaOf = (target: string) => JSON.parse(textOf(list, target)).meta;
  const first = metaOf("/v1/UsageRecords?Group=sim");
  expect(first.next_page_url).toBe(`${origin}/v1/UsageRecords?Group=sim&PageSize=50&Page=1&PageToken=PA50`);
  expect(metaOf(first.next_page_url).next_page_url).toBeNull();
});

it("has no two identical pages", () => {
  const list = createUsageList(100_000);
  const bodies = Array.from({ length: 100 }, (_, page) => {
    const body = JSON.parse(textOf(list, `/v1/UsageRecords?PageSize=1000&Page=${page}`));
    return JSON.stringify(body.usage_records);
  });
  expect(new Set(bodies).size).toBe(100);
});
