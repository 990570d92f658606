import { expect, it } from "vitest";
import { apis } from "./apis.ts";
import { operationNames, operationsOf } from "./operations.ts";

it("names operations by the last segment of the path, and distinguishes lists with the same last segment", () => {
  const names = operationNames([
    "/usage/{sim_id}",
    "/usage",
    "/usage/tag-total/{tag_id}",
    "/Records/AllTime.json",
  ]);
  expect([...names.values()]).toEqual(["sim-usage", "usage", "tag-total", "all-time"]);
});

it("names an operation by its whole path if the short name is taken", () => {
  const names = operationNames(["/v1/UsageRecords", "/v2/UsageRecords", "/v2/{id}/UsageRecords"]);
  expect([...names.values()]).toEqual(["usage-records", "v2-usage-records", "v2-id-usage-records"]);
});

it("gives every operation of every API a unique name", () => {
  const names = apis.map((api) => [api.name, operationsOf(api).map(({ name }) => name)]);
  expect(names).toEqual([
    ["supersim", ["usage-records"]],
    [
      "twilio-usage",
      ["records", "all-time", "daily", "last-month", "monthly", "this-month", "today", "yearly", "yesterday"],
    ],
    ["onomondo", ["usage", "sim-usage", "tag-total"]],
  ]);
});
