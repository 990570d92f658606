import { AsyncLocalStorage } from "node:async_hooks";
import { expect, it, onTestFinished, vi } from "vitest";
import { api } from "../test/fleet-api/operations.ts";
import type { paths } from "../test/fleet-api/schema.ts";
import { bearer, type ClientOptions, createClient } from "./index.ts";

/** A worker's isolate: requests share everything but their timers, and a request that has ended has none. */
function startIsolate() {
  const ended = new Set<string>();
  const current = new AsyncLocalStorage<string>();
  const start = globalThis.setTimeout;
  vi.stubGlobal("navigator", { userAgent: "Cloudflare-Workers" });
  vi.stubGlobal("setTimeout", (callback: () => void, ms: number) => {
    const request = current.getStore();
    return start(() => (request !== undefined && ended.has(request) ? undefined : callback()), ms);
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return {
    /** The request that this runs in. */
    request: () => current.getStore() ?? "",
    run: <T>(request: string, handler: () => Promise<T>): Promise<T> => current.run(request, handler),
    end: (request: string) => ended.add(request),
  };
}

/** A client that a worker's requests share. `sent` has the requests that sent something, in order. */
function share(
  options: ClientOptions,
  respond: (request: string, sent: number) => Response | Promise<Response>,
) {
  const isolate = startIsolate();
  const sent: string[] = [];
  const client = createClient<paths>(api, {
    ...options,
    fetch: async () => {
      sent.push(isolate.request());
      return respond(isolate.request(), sent.length);
    },
  });
  const call = (request: string) =>
    isolate.run(request, async () => (await client.GET("/v1/Usage")).response.status);
  return { ...isolate, client, call, sent };
}

const page = () => Response.json({ records: [], next: null });
const never = () => new Promise<never>(() => {});

it("a request that ends while it waits for a slot loses its turn and sends nothing", async () => {
  let respond = () => {};
  const { call, end, sent } = share({ maxConcurrency: 1 }, (request) =>
    request === "first" ? new Promise((resolve) => (respond = () => resolve(page()))) : page(),
  );
  const first = call("first");
  void call("gone");
  const last = call("last");
  end("gone");
  await expect.poll(() => sent).toEqual(["first"]);
  respond();
  await expect(Promise.all([first, last])).resolves.toEqual([200, 200]);
  expect(sent).toEqual(["first", "last"]);
});

it("a request that ends while it has a slot gives it up", async () => {
  const { call, end, sent } = share({ maxConcurrency: 1 }, (request) =>
    request === "gone" ? never() : page(),
  );
  void call("gone");
  const others = [call("second"), call("third")];
  end("gone");
  await expect(Promise.all(others)).resolves.toEqual([200, 200]);
  expect(sent).toEqual(["gone", "second", "third"]);
});

it("a slow request keeps its slot", async () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  let respond = () => {};
  const { call, sent } = share({ maxConcurrency: 1 }, (request) =>
    request === "slow" ? new Promise((resolve) => (respond = () => resolve(page()))) : page(),
  );
  const calls = Promise.all([call("slow"), call("other")]);
  // Longer than a request that ended keeps a slot.
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toEqual(["slow"]);
  respond();
  await vi.advanceTimersByTimeAsync(10_000);
  await expect(calls).resolves.toEqual([200, 200]);
  expect(sent).toEqual(["slow", "other"]);
});

it("after a 429 all requests get their response, in the order in which they were made", async () => {
  const { call, sent } = share({ maxConcurrency: 2 }, (_, count) =>
    count === 1 ? new Response("{}", { status: 429 }) : page(),
  );
  const requests = Array.from({ length: 20 }, (_, index) => String(index));
  await expect(Promise.all(requests.map(call))).resolves.toEqual(Array(20).fill(200));
  const others = sent.filter((request) => request !== "0");
  expect(others).toEqual(requests.slice(1));
});

it("an aborted request leaves the queue", async () => {
  const { client, call, run, sent } = share({ maxConcurrency: 1 }, (request) =>
    request === "first" ? new Promise((resolve) => setTimeout(() => resolve(page()), 50)) : page(),
  );
  const controller = new AbortController();
  const first = call("first");
  const reason = new Error("enough");
  const aborted = expect(
    run("aborted", () => client.GET("/v1/Usage", { signal: controller.signal })),
  ).rejects.toBe(reason);
  controller.abort(reason);
  await aborted;
  await Promise.all([first, call("last")]);
  expect(sent).toEqual(["first", "last"]);
});

it("requests share a token, and another one fetches it if the first request ends", async () => {
  const fetches: string[] = [];
  const authorize = bearer(() => {
    fetches.push(request());
    return request() === "gone" ? never() : Promise.resolve("a token");
  });
  const { call, end, request } = share({ authorize }, page);
  void call("gone");
  const others = [call("second"), call("third"), call("fourth")];
  end("gone");
  await expect(Promise.all(others)).resolves.toEqual([200, 200, 200]);
  expect(fetches).toEqual(["gone", "second"]);
});

it("requests that wait for a token get the error of the one that fetches it", async () => {
  let fetches = 0;
  const authorize = bearer(async () => {
    fetches += 1;
    throw new Error("the token server is down");
  });
  const { call } = share({ authorize }, page);
  const results = await Promise.allSettled([call("first"), call("second")]);
  expect(results.map((result) => result.status === "rejected" && String(result.reason))).toEqual([
    "Error: the token server is down",
    "Error: the token server is down",
  ]);
  expect(fetches).toBe(1);
});
