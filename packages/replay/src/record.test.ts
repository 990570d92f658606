import { Hono } from "hono";
import { compress } from "hono/compress";
import { expect, test } from "vitest";
import { serve } from "../test/serve.ts";
import { parseHar, record, replay } from "./index.ts";

const binary = Uint8Array.from({ length: 256 }, (_, index) => index);

function provider(): Hono {
  const app = new Hono();
  app.use(compress({ threshold: 1 }));
  app.get("/usage", (c) => {
    const page = Number(c.req.query("page") ?? 0);
    const next = page < 2 ? `${new URL(c.req.url).origin}/usage?page=${page + 1}` : null;
    c.header("X-Request-Id", `RQ${page}`);
    return c.json({ usage: [page, "später"], next });
  });
  app.get("/binary", (c) => c.body(binary, 200, { "content-type": "application/octet-stream" }));
  app.post("/echo", async (c) => c.text(await c.req.text(), 201));
  app.get("/nothing", (c) => c.body(null, 204));
  app.get("/slow", (c) => c.body(new ReadableStream({ start: (stream) => stream.enqueue(binary) })));
  return app;
}

test("replays what it recorded from a socket", async () => {
  const origin = await serve(provider());
  const requests = () => [
    new Request(`${origin}/usage`),
    new Request(`${origin}/binary`),
    new Request(`${origin}/echo`, { method: "POST", body: "a b" }),
    new Request(`${origin}/nothing`),
    new Request(`${origin}/missing`),
  ];
  const read = async (fetch: (request: Request) => Promise<Response>) => {
    const seen = [];
    for (const request of requests()) {
      const response = await fetch(request);
      const bytes = [...new Uint8Array(await response.arrayBuffer())];
      seen.push({
        status: response.status,
        type: response.headers.get("content-type"),
        url: response.url,
        bytes,
      });
    }
    return seen;
  };
  const recording = record();
  const live = await read(recording);
  const played = replay(JSON.stringify(await recording.har()));
  expect(await read(played)).toEqual(live);
  expect(live[1]?.bytes).toEqual([...binary]);
  played.assertDone();
});

test("writes every property that HAR 1.2 requires, with bodies decompressed", async () => {
  const recording = record(undefined, {
    comment: "live: a test",
    now: () => 0,
    origin: "https://api.example.com",
  });
  recording.page("one page");
  const origin = await serve(provider());
  await recording(`${origin}/usage?page=2#top`, {
    headers: { authorization: "Basic dTpw", "user-agent": "x/1" },
  });
  expect(await recording.har()).toEqual({
    log: {
      version: "1.2",
      creator: { name: "@usagewire/replay", version: "1" },
      comment: "live: a test",
      pages: [
        { startedDateTime: "1970-01-01T00:00:00.000Z", id: "page_1", title: "one page", pageTimings: {} },
      ],
      entries: [
        {
          pageref: "page_1",
          startedDateTime: "1970-01-01T00:00:00.000Z",
          time: 0,
          request: {
            method: "GET",
            url: "https://api.example.com/usage?page=2",
            httpVersion: "HTTP/1.1",
            cookies: [],
            headers: [{ name: "authorization", value: "Basic REDACTED" }],
            queryString: [{ name: "page", value: "2" }],
            headersSize: -1,
            bodySize: -1,
          },
          response: {
            status: 200,
            statusText: "OK",
            httpVersion: "HTTP/1.1",
            cookies: [],
            headers: [
              { name: "content-type", value: "application/json" },
              { name: "vary", value: "Accept-Encoding" },
              { name: "x-request-id", value: "RQ2" },
            ],
            content: { size: 35, mimeType: "application/json", text: '{"usage":[2,"später"],"next":null}' },
            redirectURL: "",
            headersSize: -1,
            bodySize: -1,
          },
          cache: {},
          timings: { send: 0, wait: 0, receive: 0 },
        },
      ],
    },
  });
});

test("writes the same bytes again with a fixed clock and origin", async () => {
  const run = async () => {
    const origin = await serve(provider());
    const recording = record(undefined, { now: () => 0, origin: "https://api.example.com" });
    const pages = [0, 1, 2].map((page) => recording(`${origin}/usage?page=${page}`));
    await Promise.all(pages);
    return JSON.stringify(await recording.har());
  };
  const first = await run();
  expect(first).toContain(String.raw`\"next\":\"https://api.example.com/usage?page=2\"`);
  expect(await run()).toBe(first);
});

test("replaces the value of a header only if the message has it", async () => {
  const response = () => new Response("", { headers: { "X-RateLimit-Reset": String(Date.now()) } });
  const recording = record(async () => response(), { headers: { "x-ratelimit-reset": "1", "x-other": "2" } });
  await recording("http://h/");
  const [entry] = (await recording.har()).log.entries;
  expect(entry?.response.headers).toContainEqual({ name: "x-ratelimit-reset", value: "1" });
  expect(entry?.response.headers).not.toContainEqual({ name: "x-other", value: "2" });
});

test("har waits for bodies and keeps the order of the requests", async () => {
  let release = () => {};
  const held = new Promise<Response>((resolve) => {
    release = () => resolve(new Response("1"));
  });
  const recording = record((request) =>
    request.url.endsWith("/1") ? held : Promise.resolve(new Response("2")),
  );
  const first = recording("http://h/1");
  await recording("http://h/2");
  const har = recording.har();
  release();
  await first;
  expect((await har).log.entries.map(({ response }) => response.content.text)).toEqual(["1", "2"]);
});

test("records status 0 for a request that fails or is cancelled while its body arrives", async () => {
  const origin = await serve(provider());
  const recording = record();
  await expect(recording("http://127.0.0.1:1/")).rejects.toThrow("fetch failed");
  const controller = new AbortController();
  const response = await recording(`${origin}/slow`, { signal: controller.signal });
  controller.abort();
  await expect(response.text()).rejects.toThrow("aborted");
  const { entries } = parseHar(await recording.har()).log;
  expect(entries.map(({ response }) => response.status)).toEqual([0, 0]);
  await expect(replay(await recording.har())("http://127.0.0.1:1/")).rejects.toThrow(TypeError);
});
