import { expect, test } from "vitest";
import { checkSpec } from "./check-spec.ts";

const document = (url: string) => ({ openapi: "3.1.0", servers: [{ url }], paths: { "/a": { get: {} } } });

test("a server without a host is a warning, as its path is not used", () => {
  expect(checkSpec(document("/api/v2"))).toMatchObject([
    {
      pointer: "/servers/0/url",
      severity: "warning",
      message: expect.stringContaining('"/api/v2" is no absolute URL'),
    },
  ]);
});

test.each(["https://api.example.com/v2", "http://localhost", "{scheme}://api.example.com"])(
  "%s is one",
  (url) => {
    expect(checkSpec(document(url))).toEqual([]);
  },
);
