import { setImmediate } from "node:timers/promises";
import { inspect } from "node:util";
import { expect, it } from "vitest";
import { api } from "../../test/fleet-api/operations.ts";
import type { paths } from "../../test/fleet-api/schema.ts";
import { type Handler, json, serve } from "../../test/serve.ts";
import {
  type AttemptEvent,
  type CallEvent,
  type ClientOptions,
  ConnectionError,
  createClient,
  type Hooks,
  header,
  type RetryEvent,
} from "../index.ts";

type NamedEvent = { name: string } & CallEvent & Partial<AttemptEvent & RetryEvent>;

/** A client whose hooks collect their events. */
async function clientOf(handler: Handler, options: ClientOptions = {}) {
  const { url, requests } = await serve(handler);
  const events: NamedEvent[] = [];
  const collect = (name: string) => (event: CallEvent) => events.push({ name, ...event });
  const hooks: Hooks = {
    start: collect("start"),
    attempt: collect("attempt"),
    retry: collect("retry"),
    end: collect("end"),
  };
  const authorize = header("X-Fleet", "k3y-of-mine");
  const client = createClient<paths>(api, {
    baseUrl: url,
    authorize,
    hooks,
    retry: { minDelay: 1 },
    ...options,
  });
  return { client, events, requests, url };
}

it("report a call from its start through every attempt to its end", async () => {
  let count = 0;
  const { client, events, url } = await clientOf((_, response) => {
    count += 1;
    if (count === 1) json(response, { m: "é" }, 503);
    else if (count === 2) response.destroy();
    else json(response, { day: "x" });
  });
  await client.GET("/accounts/{AccountSid}/Usage/{Day}.json", {
    params: { path: { AccountSid: "AC1", Day: "1" } },
    headers: {
      "x-trace": "1",
      cookie: "session=s3cr3t",
      "x-api-key": "s3cr3t",
      "x-jwt": "s3cr3t",
      "x-credential": "s3cr3t",
      "x-session-id": "s3cr3t",
    },
  });
  const call = {
    id: expect.any(Number),
    operation: "GET /accounts/{AccountSid}/Usage/{Day}.json",
    method: "GET",
    url: `${url}/accounts/AC1/Usage/1.json`,
    headers: {
      accept: "application/json",
      "user-agent": "usagewire",
      "x-trace": "1",
      cookie: "[redacted]",
      "x-api-key": "[redacted]",
      "x-jwt": "[redacted]",
      "x-credential": "[redacted]",
      "x-session-id": "[redacted]",
    },
  };
  const duration = expect.any(Number);
  const delay = expect.any(Number);
  const error = expect.toSatisfy(ConnectionError.is.bind(ConnectionError));
  expect(events).toEqual([
    { name: "start", ...call },
    { name: "attempt", ...call, attempt: 1, duration, status: 503, bytes: 10 },
    { name: "retry", ...call, attempt: 1, delay, status: 503, bytes: 10 },
    { name: "attempt", ...call, attempt: 2, duration, error },
    { name: "retry", ...call, attempt: 2, delay, error },
    { name: "attempt", ...call, attempt: 3, duration, status: 200, bytes: 11 },
    { name: "end", ...call, attempt: 3, duration, status: 200, bytes: 11 },
  ]);
  expect(new Set(events.map(({ id }) => id)).size).toBe(1);
  expect(events.at(-1)?.duration).toBeGreaterThanOrEqual(Number(events[5]?.duration));
});

it("never receive a credential", async () => {
  const { client, events } = await clientOf(({ headers }, response) =>
    json(response, { message: `no ${headers["x-fleet"]}` }, 503),
  );
  await client.GET("/v1/Usage");
  expect(events.length).toBeGreaterThan(5);
  expect(inspect(events, { depth: 9, showHidden: true })).not.toContain("k3y-of-mine");
});

it.each(["start", "attempt", "retry", "end"] as const)(
  "never receive a credential, also if %s is the only one",
  async (name) => {
    const events: CallEvent[] = [];
    const hooks: Hooks = { [name]: (event: CallEvent) => events.push(event) };
    const { client } = await clientOf((_, response) => json(response, {}, 503), { hooks });
    await client.GET("/v1/Usage");
    expect(events.length).toBeGreaterThan(0);
    expect(inspect(events, { depth: 9, showHidden: true })).not.toContain("k3y-of-mine");
  },
);

it("report an abort, and each page of a list as a call", async () => {
  const { client, events, requests } = await clientOf(({ url }, response) => {
    if (url.includes("stall")) return;
    json(response, { records: [], next: url.includes("Page=1") ? null : "?Page=1" });
  });
  await client.paginate("/v1/Usage").toArray();
  expect(events.map(({ name }) => name)).toEqual(["start", "attempt", "end", "start", "attempt", "end"]);
  expect(new Set(events.map(({ id }) => id)).size).toBe(2);

  const reason = new Error("enough");
  const params = { query: { Group: "stall" } };
  const controller = new AbortController();
  const call = client.GET("/v1/Usage", { params, signal: controller.signal }).catch(() => {});
  await expect.poll(() => requests.length).toBe(3);
  controller.abort(reason);
  await call;
  expect(events.at(-1)).toMatchObject({ name: "end", error: reason });
});

it("can abort their call, which ends it before the retry delay", async () => {
  const controller = new AbortController();
  const reason = new Error("enough");
  const hooks: Hooks = { retry: () => controller.abort(reason) };
  const { client } = await clientOf((_, response) => json(response, {}, 503, { "retry-after": "30" }), {
    hooks,
  });
  await expect(client.GET("/v1/Usage", { signal: controller.signal })).rejects.toBe(reason);
}, 20_000);

it("cannot break a call by throwing, rejecting or changing their event", async () => {
  const events: CallEvent[] = [];
  const changing = async (event: CallEvent) => {
    events.push(event);
    Object.assign(event, { url: "changed" });
  };
  const throwing = (event: CallEvent) => {
    events.push(event);
    throw new Error("of a hook");
  };
  const hooks: Hooks = { start: throwing, attempt: changing, retry: changing, end: changing };
  let count = 0;
  const handler: Handler = (_, response) => json(response, { records: [] }, count++ === 0 ? 503 : 200);
  const { client, url } = await clientOf(handler, { hooks });
  expect((await client.GET("/v1/Usage")).response.status).toBe(200);
  await setImmediate(); // an unhandled rejection would fail the test run here
  expect(events).toHaveLength(5);
  for (const event of events) {
    expect(event.url).toBe(`${url}/v1/Usage`);
    expect(Object.isFrozen(event) && Object.isFrozen(event.headers)).toBe(true);
  }
});

it("show no credential of a link to the next page", async () => {
  const { client, events, url } = await clientOf(({ url: path }, response) =>
    json(response, { records: [], next: path.includes("next=1") ? null : "?next=1&access_token=s3cr3t" }),
  );
  await client.paginate("/v1/Usage").toArray();
  expect(inspect(events)).not.toContain("s3cr3t");
  expect(events.at(-1)?.url).toBe(`${url}/v1/Usage?next=1&access_token=[redacted]`);
});

it("cannot change the error that the caller receives", async () => {
  const names: unknown[] = [];
  const change = ({ error }: { error?: unknown }) => {
    const given = error as Error & { cause: Error }; // a ConnectionError
    names.push(
      given.name,
      given instanceof Error,
      ConnectionError.is(given),
      given.cause instanceof TypeError,
    );
    for (const target of [given, given.cause]) {
      Reflect.set(target, "message", "changed");
      Reflect.defineProperty(target, "message", { value: "changed" });
      Reflect.deleteProperty(target, "message");
      Reflect.setPrototypeOf(target, null);
    }
  };
  const hooks: Hooks = { attempt: change, end: change };
  const fetch = async () => Promise.reject(new TypeError("fetch failed"));
  const client = createClient<paths>(api, {
    baseUrl: "https://fleet.example.com",
    fetch,
    hooks,
    retry: false,
  });
  const error = await client.GET("/v1/Usage").catch((e) => e);
  expect(error.message).toBe("GET /v1/Usage: no response from https://fleet.example.com: fetch failed");
  expect(error.cause.message).toBe("fetch failed");
  expect(names).toEqual(["ConnectionError", true, true, true, "ConnectionError", true, true, true]);
});

it("can read the reason of an aborted signal, also a DOMException", async () => {
  const seen: string[] = [];
  const hooks: Hooks = {
    end: ({ error }) => seen.push(`${(error as Error).name}: ${(error as Error).message}`),
  };
  const client = createClient<paths>(api, { fetch: async () => Response.json({}), hooks });
  await client.GET("/v1/Usage", { signal: AbortSignal.abort() }).catch(() => {});
  expect(seen).toEqual(["AbortError: This operation was aborted"]);
});
