import { expect, test } from "vitest";
import { har } from "../test/har.ts";
import { ReplayMismatchError, replay } from "./index.ts";

const api = "http://127.0.0.1:9";
const get = async (fetch: typeof globalThis.fetch, target: string) => (await fetch(api + target)).json();
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable("no error"),
    (error: unknown) => error,
  );

test("responds with the recorded body, whatever the host", async () => {
  const fetch = replay(har(["GET /usage?limit=2", { usage: [1, 2] }]));
  expect(await get(fetch, "/usage?limit=2")).toEqual({ usage: [1, 2] });
});

test("accepts the arguments of fetch: a string, a URL or a Request, with or without init", async () => {
  const fetch = replay(har(["GET /a"], ["GET /a"], ["POST /a"]));
  expect((await fetch(new URL("/a", api))).status).toBe(200);
  expect((await fetch(new Request(`${api}/a`))).status).toBe(200);
  expect((await fetch(new Request(`${api}/a`), { method: "post" })).status).toBe(200);
  fetch.assertDone();
});

test("matches parameters in any order, and the values of one parameter in recorded order", async () => {
  const entry = "GET /usage?filter[]=a&limit=2&filter[]=b";
  await replay(har([entry]))(`${api}/usage?limit=2&filter%5B%5D=a&filter%5B%5D=b`);
  await expect(replay(har([entry]))(`${api}/usage?limit=2&filter[]=b&filter[]=a`)).rejects.toThrow(
    'query filter[][0]: sent "b", recorded "a"',
  );
});

test("compares decoded: + is a space, %2B is not", async () => {
  const entry = "GET /Yearly.json?EndDate=%2B30days&note=a+b";
  await replay(har([entry]))(`${api}/%59early.json?EndDate=%2b30days&note=a%20b`);
  await expect(replay(har([entry]))(`${api}/Yearly.json?EndDate=+30days&note=a%20b`)).rejects.toThrow(
    'query EndDate: sent " 30days", recorded "+30days"',
  );
});

test("distinguishes an encoded slash from a separator", async () => {
  await expect(replay(har(["GET /a/b"]))(`${api}/a%2Fb`)).rejects.toThrow(
    'path: sent "/a%2Fb", recorded "/a/b"',
  );
});

test("uses the entries of identical requests in recorded order, each once", async () => {
  const fetch = replay(har(["GET /job", "queued"], ["GET /job", "done"]));
  expect(await get(fetch, "/job")).toBe("queued");
  expect(await get(fetch, "/job")).toBe("done");
  const error = await failure(fetch(`${api}/job`));
  expect(String(error)).toContain("Entry 0 matches but was already used");
});

test("with reuse, repeats the last response", async () => {
  const fetch = replay(har(["GET /job", "queued"], ["GET /job", "done"]), { reuse: true });
  const bodies = [await get(fetch, "/job"), await get(fetch, "/job"), await get(fetch, "/job")];
  expect(bodies).toEqual(["queued", "done", "done"]);
});

test("shows the differences from the nearest entry, and the unused entries", async () => {
  const fetch = replay(
    har(
      ["GET /usage/tag-total/7"],
      ["GET /usage?group=hours&limit=2&next_page=MQ%3D%3D"],
      ["GET /usage?group=hours&limit=2&next_page=Mg%3D%3D"],
    ),
  );
  await fetch(`${api}/usage/tag-total/7`);
  const error = await failure(fetch(`${api}/usage?limit=3&next_page=MQ%3D%3D&offset=4`));
  expect(error).toBeInstanceOf(ReplayMismatchError);
  expect(String(error)).toBe(
    [
      "ReplayMismatchError: No recorded entry matches GET /usage?limit=3&next_page=MQ%3D%3D&offset=4",
      "Nearest entry: [1] GET /usage?group=hours&limit=2&next_page=MQ%3D%3D",
      '  query limit: sent "3", recorded "2"',
      '  query offset: unexpected, sent "4"',
      '  query group: missing, recorded "hours"',
      "Unused entries (2 of 3):",
      "  [1] GET /usage?group=hours&limit=2&next_page=MQ%3D%3D",
      "  [2] GET /usage?group=hours&limit=2&next_page=Mg%3D%3D",
    ].join("\n"),
  );
});

test("the nearest entry is an unused one, unless a used one is identical", async () => {
  const fetch = replay(har(["GET /a?b=1"], ["GET /a?b=2&c=3"]));
  await fetch(`${api}/a?b=1`);
  await expect(fetch(`${api}/a?b=2`)).rejects.toThrow("Nearest entry: [1]");
  await expect(fetch(`${api}/a?b=1`)).rejects.toThrow("Entry 0 matches but was already used");
});

test("says if the recording is empty or all entries were used", async () => {
  await expect(replay(har())(api)).rejects.toThrow(
    "No recorded entry matches GET /\nThe recording has no entries.",
  );
  const fetch = replay(har(["GET /a"]));
  await fetch(`${api}/a`);
  await expect(fetch(`${api}/b`)).rejects.toThrow(/recorded "\/a"\nAll entries were used\.$/);
});

test("finds the mismatch behind the error of a client", async () => {
  const cause = await failure(replay(har(["GET /a"]))(`${api}/b`));
  const wrapped = new Error("connection failed", { cause: new Error("retried", { cause }) });
  expect(ReplayMismatchError.find(wrapped)?.message).toContain('path: sent "/b", recorded "/a"');
  expect(ReplayMismatchError.find(new Error("other"))).toBeUndefined();
});

test("assertDone lists unused entries", async () => {
  const fetch = replay(har(["GET /a"], ["GET /b?c=1"]));
  await fetch(`${api}/a`);
  expect(fetch.unused.map(({ request }) => request.url)).toEqual(["https://api.example.com/b?c=1"]);
  expect(() => fetch.assertDone()).toThrow("Unused entries (1 of 2):\n  [1] GET /b?c=1");
});

test("assertDone throws a mismatch that the client ignored", async () => {
  const fetch = replay(har(["GET /a"]));
  await failure(fetch(`${api}/b`));
  await fetch(`${api}/a`);
  expect(() => fetch.assertDone()).toThrow('path: sent "/b", recorded "/a"');
});

test("compares JSON bodies by value, unless matchBody is false", async () => {
  const recording = har(["POST /a"]);
  const [entry] = recording.log.entries;
  if (entry !== undefined) entry.request.postData = { mimeType: "application/json", text: '{"a":1,"b":[2]}' };
  const post = (body: string) => ({ method: "POST", body });
  await replay(recording)(`${api}/a`, post('{ "b": [2], "a": 1 }'));
  await replay(recording, { matchBody: false })(`${api}/a`, post("x"));
  await expect(replay(recording)(`${api}/a`, post('{"a":1,"b":[3]}'))).rejects.toThrow(
    String.raw`body: sent "{\"a\":1,\"b\":[3]}", recorded "{\"a\":1,\"b\":[2]}"`,
  );
});

test("compares the origin and ignores parameters if asked to", async () => {
  const recording = har(["GET /a?nonce=1"]);
  await expect(replay(recording, { matchOrigin: true })(`${api}/a?nonce=1`)).rejects.toThrow(
    'origin: sent "http://127.0.0.1:9", recorded "https://api.example.com"',
  );
  await replay(recording, { ignoreQuery: ["nonce"] })(`${api}/a?nonce=2`);
});

test("matches any text in place of REDACTED, and the exact text around it", async () => {
  const recording = har(["GET /a?api_key=REDACTED&sig=v1-REDACTED-x"]);
  await replay(recording)(`${api}/a?api_key=k&sig=v1-abc-x`);
  await expect(replay(recording)(`${api}/a?api_key=k&sig=v2-abc-x`)).rejects.toThrow("query sig");
});

test("rejects an aborted request without using an entry", async () => {
  const fetch = replay(har(["GET /a"]));
  const reason = new Error("enough");
  expect(await failure(fetch(`${api}/a`, { signal: AbortSignal.abort(reason) }))).toBe(reason);
  expect(fetch.unused).toHaveLength(1);
});

test("matches a form that was recorded as fields", async () => {
  const recording = har(["POST /token"]);
  const request = recording.log.entries[0]?.request;
  if (request === undefined) throw new Error("one entry was recorded");
  request.postData = {
    mimeType: "application/x-www-form-urlencoded",
    params: [{ name: "a b", value: "1&2" }],
  };
  const body = new URLSearchParams({ "a b": "1&2" });
  await replay(recording)(`${api}/token`, { method: "POST", body });
  await expect(replay(recording)(`${api}/token`, { method: "POST", body: "a=1" })).rejects.toThrow("body");
});
