import { expect, test } from "vitest";
import { har } from "../test/har.ts";
import type { HarResponse } from "./index.ts";
import { replay } from "./index.ts";

const respond = (response: Partial<HarResponse>) => replay(har(["GET /a", {}, response]))("http://h/a#top");

test("returns the recorded status, headers and text, and the requested URL", async () => {
  const response = await respond({
    status: 429,
    statusText: "Too Many Requests",
    headers: [
      { name: "Retry-After", value: "3" },
      { name: "Set-Cookie", value: "a=1\nb=2" },
      { name: ":status", value: "429" },
    ],
    content: { text: "später" },
  });
  expect([response.status, response.statusText, response.url]).toEqual([
    429,
    "Too Many Requests",
    "http://h/a",
  ]);
  expect([...response.headers]).toEqual([
    ["retry-after", "3"],
    ["set-cookie", "a=1"],
    ["set-cookie", "b=2"],
  ]);
  expect(await response.text()).toBe("später");
});

test("drops headers that describe a compressed or chunked transfer", async () => {
  const names = ["Content-Encoding", "Content-Length", "Transfer-Encoding", "X-Kept"];
  const response = await respond({ headers: names.map((name) => ({ name, value: "1" })) });
  expect([...response.headers.keys()]).toEqual(["x-kept"]);
});

test("decodes a base64 body", async () => {
  const response = await respond({ content: { text: "AP8Q", encoding: "base64" } });
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 16]);
});

test("has no body if the status allows none", async () => {
  expect(await (await respond({ status: 204 })).text()).toBe("");
});

test("rejects as fetch does if no response was recorded", async () => {
  const error = await respond({ status: 0, _error: "net::ERR_CONNECTION_RESET" }).catch(
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ message: "fetch failed", cause: { message: "net::ERR_CONNECTION_RESET" } });
});

test.each([
  [{ status: 101 }, "log.entries[0].response.status: a fetch cannot return status 101"],
  [
    { headers: [{ name: "a b", value: "" }] },
    'log.entries[0].response.headers[0]: "a b" is not a valid header',
  ],
])("names the entry of an invalid response: %j", async (response, message) => {
  await expect(respond(response)).rejects.toThrow(message);
});
