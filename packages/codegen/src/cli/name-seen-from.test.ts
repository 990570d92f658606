import { expect, test } from "vitest";
import { nameSeenFrom } from "./name-seen-from.ts";

test.each([
  ["/work/packages/twilio/src/generated/usage", "/work/specs/twilio/usage.yaml", "specs/twilio/usage.yaml"],
  [
    "/elsewhere/packages/twilio/src/generated/usage",
    "/elsewhere/specs/twilio/usage.yaml",
    "specs/twilio/usage.yaml",
  ],
  ["/project/generated", "/project/openapi.yaml", "openapi.yaml"],
  ["/project", "/project/api/openapi.yaml", "api/openapi.yaml"],
  ["/project/api", "/project/api/openapi.yaml", "openapi.yaml"],
  ["/tmp/out", "/home/someone/openapi.yaml", "openapi.yaml"],
  ["/projects", "/project/openapi.yaml", "openapi.yaml"],
])("files in %s name %s as %s", (folder, spec, name) => {
  expect(nameSeenFrom(folder, spec)).toBe(name);
});
