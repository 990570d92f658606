import { expect, it } from "vitest";
import { apis } from "../apis/index.ts";
import { operationNames } from "./operation-names.ts";
import { operationsOf } from "./pull-operation.ts";

it("names an operation after the end of its path, and tells lists that end alike apart", () => {
  const names = operationNames([
    "/usage/{sim_id}",
    "/usage",
    "/usage/tag-total/{tag_id}",
    "/Records/AllTime.json",
  ]);
  expect([...names.values()]).toEqual(["sim-usage", "usage", "tag-total", "all-time"]);
});

it("calls an operation after its whole path where the end of it is taken", () => {
  const names = operationNames(["/v1/UsageRecords", "/v2/UsageRecords", "/v2/{id}/UsageRecords"]);
  expect([...names.values()]).toEqual(["usage-records", "v2-usage-records", "v2-id-usage-records"]);
});

it("gives every operation of the APIs a name of its own", () => {
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
