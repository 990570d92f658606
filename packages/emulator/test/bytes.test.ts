import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Emulator } from "../src/index.ts";
import { type ApiName, headersFor, start, usagePath } from "./support.ts";

/** Paths of each API: lists of every kind, pages, filters and errors. */
const paths: Record<ApiName, (emulator: Emulator) => string[]> = {
  supersim: () =>
    [
      "",
      "?Granularity=hour&PageSize=300",
      "?Granularity=day&Group=sim&PageSize=1000",
      "?Granularity=day&PageSize=5&Page=1&PageToken=APNQ%3D%3D",
      "?Group=network",
      "?Group=isoCountry&Fleet=smart-meters",
      "?Sim=sim-0000017&Granularity=day",
      "?Granularity=week",
      "?Group=sim&StartTime=2025-05-01T00:00:00Z&EndTime=2025-06-02T00:00:00Z",
      "?PageSize=0",
      "?Page=1",
    ].map((query) => `/v1/UsageRecords${query}`),
  usage: (emulator) =>
    ["", "AllTime", "Daily", "LastMonth", "Monthly", "ThisMonth", "Today", "Yearly", "Yesterday"].flatMap(
      (resource) =>
        [
          "",
          "?PageSize=40&Page=1&PageToken=APNDA%3D",
          "?Category=totalprice&IncludeSubaccounts=false&StartDate=2023-12-30&EndDate=2024-02-02",
          "?StartDate=2025-02-30",
          "?StartDate=2024-02-02&EndDate=2024-02-01",
        ].map((query) => usagePath(emulator, resource, query)),
    ),
  onomondo: ({ onomondo }) => [
    "/usage",
    "/usage?limit=3",
    "/usage?group=hours&limit=20",
    "/usage?filter=country_code:dk&offset=7&limit=10",
    "/usage?filter[]=sim_id:000000003&filter[]=time:2025-04",
    "/usage?limit=0",
    "/usage?filter=iccid:1",
    `/usage/${onomondo.sim(0).iccid}?limit=5`,
    "/usage/1",
    `/usage/tag-total/${onomondo.tagIds[0]}`,
  ],
};

// Fixtures of other packages were recorded from these bytes. If a digest changes, record them again.
test.each([
  ["supersim", "b283a5ef25abeb6d"],
  ["usage", "a4adb5debd48cbf0"],
  ["onomondo", "2befa2c621f0c392"],
] as const)("the responses of %s are byte for byte as recorded", async (api, digest) => {
  const emulator = await start({ supersim: { publicUrl: "https://supersim.example" } });
  const hash = createHash("sha256");
  for (const path of paths[api](emulator)) {
    const response = await fetch(emulator[api].url + path, { headers: headersFor(emulator, api) });
    hash.update(`${path}\n${response.status}\n${await response.text()}\n`);
  }
  expect(hash.digest("hex").slice(0, 16)).toBe(digest);
});
