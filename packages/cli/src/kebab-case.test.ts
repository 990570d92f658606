import { expect, it } from "vitest";
import { kebabCase } from "./kebab-case.ts";

it.each([
  ["IsoCountry", "iso-country"],
  ["sim_id", "sim-id"],
  ["AccountSid", "account-sid"],
  ["AllTime", "all-time"],
  ["filter", "filter"],
  ["HTTPStatus", "http-status"],
  ["HTTPStatusOfURLPath", "http-status-of-url-path"],
  ["page[size]", "page-size"],
])("converts %s to %s", (name, expected) => {
  expect(kebabCase(name)).toBe(expected);
});
