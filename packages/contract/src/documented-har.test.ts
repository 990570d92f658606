import { expect, test } from "vitest";
import { documentedHar } from "./documented-har.ts";

const published = {
  source: "the vendor's page",
  url: "https://api.example.com/usage?Sim=velit eiusmod",
  body: '{ "a": 1.0 }',
};

test("keeps the published text and names its source", async () => {
  const { log } = await documentedHar({ ...published, scheme: "Basic" });
  expect(log.comment).toBe("documented: the vendor's page");
  const [entry] = log.entries;
  expect(entry?.request.url).toBe("https://api.example.com/usage?Sim=velit%20eiusmod");
  expect(entry?.request.headers).toContainEqual({ name: "authorization", value: "Basic REDACTED" });
  expect(entry?.response.content.text).toBe('{ "a": 1.0 }');
});

test("records a bare key without a scheme", async () => {
  const { log } = await documentedHar({ ...published, scheme: undefined });
  expect(log.entries[0]?.request.headers).toContainEqual({ name: "authorization", value: "REDACTED" });
});

test("records the credential in another header, redacted", async () => {
  const { log } = await documentedHar({ ...published, credentialHeader: "X-Meter-Key" });
  const headers = log.entries[0]?.request.headers;
  expect(headers).toContainEqual({ name: "x-meter-key", value: "REDACTED" });
  expect(headers?.map(({ name }) => name)).not.toContain("authorization");
});
