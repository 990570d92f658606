import { startEmulator } from "@usagewire/emulator";
import { record } from "@usagewire/replay";
import { type ClientOptions, createTwilioSuperSim, unwrap } from "@usagewire/twilio";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { httpServer } from "./http-server.ts";
import { deadUrl } from "./raw-server.ts";
import { everythingIn } from "./secrets/everything-in.ts";
import { gossip } from "./secrets/gossip.ts";
import { indiscretions } from "./secrets/indiscretions.ts";
import { type Planted, planted } from "./secrets/planted.ts";
import { leaksIn } from "./secrets/spellings.ts";

/** Everything that comes of a client's calls, however they end. */
async function emittedBy({ open }: Planted, options: ClientOptions): Promise<string> {
  const emitted: unknown[] = [];
  const hook = (event: object) => emitted.push(event);
  const { client, calls } = open({
    retry: { maxRetries: 1, minDelay: 1, maxDelay: 5 },
    timeout: 200,
    hooks: { start: hook, attempt: hook, retry: hook, end: hook },
    ...options,
  });
  const keep = (value: unknown) => emitted.push(value);
  const { error, response } = await calls.GET().catch((error) => ({ error, response: undefined }));
  emitted.push(error);
  if (error !== undefined) emitted.push(response);
  await unwrap(calls.GET()).catch(keep);
  const pager = calls.paginate();
  await pager.toArray().catch(keep);
  emitted.push(pager, pager.cursor, calls.paginate().cursor, client);
  return emitted.map(everythingIn).join("\n");
}

describe("the search for secrets", () => {
  it.each([
    ["as it is", (secret: string) => `x${secret}x`],
    ["in a URL", (secret: string) => `https://x.example.com/?a=${encodeURIComponent(secret)}`],
    ["in JSON", (secret: string) => JSON.stringify({ a: [secret] })],
    ["as Basic credentials", (secret: string) => btoa(`AC1:${secret}`)],
    ["amid a cursor", (secret: string) => Buffer.from(`["a","${secret}"]`).toString("base64url")],
  ])("finds one %s", (_, hide) => {
    for (const { secrets } of planted) {
      for (const secret of secrets) expect(leaksIn(hide(secret), [secret])).not.toEqual([]);
    }
  });

  it("reads what is deep in a value, in causes, and hidden", () => {
    const error = new Error("a", {
      cause: Object.assign(new Error("b"), { c: { d: { e: { f: "planted" } } } }),
    });
    expect(everythingIn(error)).toContain("planted");
    expect(everythingIn(Object.defineProperty({}, "hidden", { value: "planted" }))).toContain("planted");
  });
});

describe.each(planted)("$name", (plant) => {
  const [secret = ""] = plant.secrets;
  let printed: string[];
  beforeEach(() => {
    printed = [];
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((text) => printed.push(String(text)) > 0);
    }
  });
  afterEach(() => vi.restoreAllMocks());

  const told = indiscretions.filter(({ linksOnly }) => !linksOnly || !plant.name.includes("Onomondo"));

  it.each(told)(
    "is in nothing that a client emits when a server gives it away in $name",
    async (indiscretion) => {
      await using place = await gossip(indiscretion, secret);
      const emitted = await emittedBy(plant, { baseUrl: place.server.url });
      expect(place.server.seen.length).toBeGreaterThan(0);
      expect(leaksIn(emitted + printed.join(""), plant.secrets)).toEqual([]);
      expect(place.other.seen).toEqual([]);
    },
  );

  it("is in nothing that a client emits when all goes well, or nobody answers", async () => {
    const good = {
      usage_records: [{}],
      usage: [{}],
      meta: { next_page_url: null },
      pagination: { has_more: false },
    };
    await using server = await httpServer((_, response) => response.end(JSON.stringify(good)));
    for (const baseUrl of [server.url, await deadUrl()]) {
      expect(leaksIn(await emittedBy(plant, { baseUrl }), plant.secrets)).toEqual([]);
    }
  });

  it("is in no recording, also of a server that gives it away", async () => {
    for (const indiscretion of told.filter(({ name }) => !/stalls|lost/.test(name))) {
      await using place = await gossip(indiscretion, secret);
      const fetch = record(globalThis.fetch, { secrets: plant.secrets });
      await emittedBy(plant, { baseUrl: place.server.url, fetch });
      expect(leaksIn(JSON.stringify(await fetch.har()), plant.secrets), indiscretion.name).toEqual([]);
    }
  });

  it("is in no recording of a discreet server, without a word about secrets", async () => {
    await using server = await httpServer((_, response) => response.writeHead(401).end("{}"));
    const fetch = record();
    await emittedBy(plant, { baseUrl: server.url, fetch });
    const har = await fetch.har();
    expect(har.log.entries.length).toBeGreaterThan(0);
    expect(leaksIn(JSON.stringify(har), plant.secrets)).toEqual([]);
  });

  it("follows no next link to another origin", async () => {
    await using other = await httpServer((_, response) => response.end("{}"));
    const next = `${other.url}/list?Page=1&next=1`;
    const page = (last: boolean) => ({
      usage_records: [{}],
      usage: [{}],
      meta: { next_page_url: last ? null : next },
      next_page_uri: last ? null : next,
      pagination: last ? { has_more: false } : { has_more: true, next_page: next },
    });
    await using server = await httpServer(({ url = "" }, response) =>
      response.end(JSON.stringify(page(/[?&](?:Page|next_page)=/.test(url)))),
    );
    const { calls } = plant.open({ baseUrl: server.url });
    expect(await calls.paginate().toArray()).toHaveLength(2);
    expect(other.seen).toEqual([]);
  });
});

it("a cursor from amid a list holds no secret", async () => {
  await using emulator = await startEmulator();
  const { twilio } = emulator.credentials;
  const client = createTwilioSuperSim({ ...twilio, baseUrl: emulator.supersim.url });
  const pager = client.paginate("/v1/UsageRecords", { params: { query: { Group: "sim", PageSize: 10 } } });
  for await (const _ of pager) {
    expect(leaksIn(Buffer.from(pager.cursor, "base64").toString(), [twilio.authToken])).toEqual([]);
    expect(leaksIn(pager.cursor, [twilio.authToken])).toEqual([]);
  }
});

it.each(["http://usage.example.com", "http://192.0.2.1:8080"])(
  "credentials do not go to %s unless asked to",
  (baseUrl) => {
    for (const { open, secrets } of planted) {
      expect(() => open({ baseUrl })).toThrow(TypeError);
      try {
        open({ baseUrl });
      } catch (error) {
        expect(leaksIn(everythingIn(error), secrets)).toEqual([]);
      }
      expect(open({ baseUrl, allowHttp: true }).client).toBeDefined();
    }
  },
);
