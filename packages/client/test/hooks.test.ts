import { inspect } from "node:util";
import { expect, it } from "vitest";
import {
  type AttemptEvent,
  type CallEvent,
  type ClientOptions,
  ConnectionError,
  createClient,
  type Hooks,
  header,
  type RetryEvent,
} from "../src/index.ts";
import { api } from "./fleet-api/operations.ts";
import type { paths } from "./fleet-api/schema.ts";
import { json, serve } from "./serve.ts";

type Told = { name: string } & CallEvent & Partial<AttemptEvent & RetryEvent>;
type Answer = Parameters<typeof serve>[0];

/** A client whose hooks write down what they are told. */
async function observed(answer: Answer, options: ClientOptions = {}) {
  const { url } = await serve(answer);
  const events: Told[] = [];
  const listen = (name: string) => (event: CallEvent) => events.push({ name, ...event });
  const hooks: Hooks = {
    start: listen("start"),
    attempt: listen("attempt"),
    retry: listen("retry"),
    end: listen("end"),
  };
  const authorize = header("X-Fleet", "k3y-of-mine");
  const client = createClient<paths>(api, {
    baseUrl: url,
    authorize,
    hooks,
    retry: { minDelay: 1 },
    ...options,
  });
  return { client, events, url };
}

it("tell one call from its start over every attempt to its end", async () => {
  let requests = 0;
  const { client, events, url } = await observed((_, response) => {
    requests += 1;
    if (requests === 1) json(response, { m: "é" }, 503);
    else if (requests === 2) response.destroy();
    else json(response, { day: "x" });
  });
  await client.GET("/accounts/{AccountSid}/Usage/{Day}.json", {
    params: { path: { AccountSid: "AC1", Day: "1" } },
    headers: { "x-trace": "1", cookie: "session=s3cr3t", "x-api-key": "s3cr3t" },
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

it("never see a credential", async () => {
  const { client, events } = await observed(({ headers }, response) =>
    json(response, { message: `no ${headers["x-fleet"]}` }, 503),
  );
  await client.GET("/v1/Usage");
  expect(events.length).toBeGreaterThan(5);
  expect(inspect(events, { depth: 9, showHidden: true })).not.toContain("k3y-of-mine");
});

it.each(["start", "attempt", "retry", "end"] as const)(
  "never see a credential, also %s alone",
  async (name) => {
    const seen: CallEvent[] = [];
    const hooks: Hooks = { [name]: (event: CallEvent) => seen.push(event) };
    const { client } = await observed((_, response) => json(response, {}, 503), { hooks });
    await client.GET("/v1/Usage");
    expect(seen.length).toBeGreaterThan(0);
    expect(inspect(seen, { depth: 9, showHidden: true })).not.toContain("k3y-of-mine");
  },
);

it("tell of an abort and of each page of a list", async () => {
  const { client, events } = await observed(({ url }, response) => {
    if (url.includes("stall")) return;
    json(response, { records: [], next: url.includes("Page=1") ? null : "?Page=1" });
  });
  await client.paginate("/v1/Usage").toArray();
  expect(events.map(({ name }) => name)).toEqual(["start", "attempt", "end", "start", "attempt", "end"]);
  expect(new Set(events.map(({ id }) => id)).size).toBe(2);

  const reason = new Error("enough");
  const params = { query: { Group: "stall" } };
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), 30);
  await client.GET("/v1/Usage", { params, signal: controller.signal }).catch(() => {});
  expect(events.at(-1)).toMatchObject({ name: "end", error: reason });
});

it("that abort their call end it there, before the wait that was to come", async () => {
  const controller = new AbortController();
  const reason = new Error("enough");
  const hooks: Hooks = { retry: () => controller.abort(reason) };
  const { client } = await observed((_, response) => json(response, {}, 503, { "retry-after": "30" }), {
    hooks,
  });
  await expect(client.GET("/v1/Usage", { signal: controller.signal })).rejects.toBe(reason);
}, 20_000);

it("that throw, reject, or change what they are told break no call", async () => {
  const events: CallEvent[] = [];
  const vandal = async (event: CallEvent) => {
    events.push(event);
    Object.assign(event, { url: "changed" });
  };
  const rude = (event: CallEvent) => {
    events.push(event);
    throw new Error("of a hook");
  };
  const hooks: Hooks = { start: rude, attempt: vandal, retry: vandal, end: vandal };
  let requests = 0;
  const answer: Answer = (_, response) => json(response, { records: [] }, requests++ === 0 ? 503 : 200);
  const { client, url } = await observed(answer, { hooks });
  expect((await client.GET("/v1/Usage")).response.status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(events).toHaveLength(5);
  for (const event of events) {
    expect(event.url).toBe(`${url}/v1/Usage`);
    expect(Object.isFrozen(event) && Object.isFrozen(event.headers)).toBe(true);
  }
});
