import { expect, test } from "vitest";
import { har } from "../test/har.ts";
import { HarError, parseHar } from "./index.ts";

const text = JSON.stringify(har(["GET /a"], ["GET /b"]));

test("reads JSON text, with or without a byte order mark, and parsed JSON", () => {
  expect(parseHar(text)).toEqual(JSON.parse(text));
  expect(parseHar(`\uFEFF${text}`)).toEqual(JSON.parse(text));
  expect(parseHar(JSON.parse(text))).toEqual(JSON.parse(text));
});

test.each<[path: string, value: unknown, message: string]>([
  ["log", undefined, "log: expected an object, found nothing"],
  ["log.entries", {}, "log.entries: expected an array, found {}"],
  ["log.entries.1", null, "log.entries[1]: expected an object, found null"],
  ["log.entries.1.request", [], "log.entries[1].request: expected an object, found an array"],
  ["log.entries.1.request.method", 1, "log.entries[1].request.method: expected a string, found 1"],
  ["log.entries.1.request.url", "/b", 'log.entries[1].request.url: expected an absolute URL, found "/b"'],
  [
    "log.entries.1.request.headers",
    undefined,
    "log.entries[1].request.headers: expected an array, found nothing",
  ],
  [
    "log.entries.1.request.postData",
    { text: 1 },
    "log.entries[1].request.postData.text: expected a string, found 1",
  ],
  [
    "log.entries.1.response.status",
    "200",
    'log.entries[1].response.status: expected an HTTP status, or 0 if there was no response, found "200"',
  ],
  ...[99, 600, 200.5].map((status): [string, unknown, string] => [
    "log.entries.1.response.status",
    status,
    `log.entries[1].response.status: expected an HTTP status, or 0 if there was no response, found ${status}`,
  ]),
  [
    "log.entries.1.response.headers",
    [{ name: "a" }],
    "log.entries[1].response.headers[0].value: expected a string, found nothing",
  ],
  [
    "log.entries.1.response.content",
    undefined,
    "log.entries[1].response.content: expected an object, found nothing",
  ],
  [
    "log.entries.1.response.content.encoding",
    "gzip",
    'log.entries[1].response.content.encoding: expected "base64" or nothing, found "gzip"',
  ],
  [
    "log.entries.1.response.content",
    { text: "a?", encoding: "base64" },
    'log.entries[1].response.content.text: expected base64, found "a?"',
  ],
])("rejects %s = %j and names the place", (path, value, message) => {
  const document = JSON.parse(text);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  keys.reduce((node, key) => node[key], document)[last] = value;
  expect(() => parseHar(document)).toThrow(
    new HarError(message.slice(0, message.indexOf(": ")), message.slice(message.indexOf(": ") + 2)),
  );
});

test("rejects text that is not JSON", () => {
  expect(() => parseHar("<html>")).toThrow(/^HAR: is not JSON: /);
});
