import { expect, it } from "vitest";
import { kebabCase } from "./kebab-case.ts";

it.each([
  ["IsoCountry", "iso-country"],
  ["sim_id", "sim-id"],
  ["AccountSid", "account-sid"],
  ["AllTime", "all-time"],
  ["filter", "filter"],
  ["HTTPStatus", "http-status"],
  ["page[size]", "page-size"],
])("converts %s to %s", (name, expected) => {
  expect(kebabCase(name)).toBe(expected);
});
