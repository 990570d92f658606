import { startEmulator } from "@usagewire/emulator";
import { record } from "@usagewire/replay";
import { type ClientOptions, createTwilioSuperSim, unwrap } from "@usagewire/twilio";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type SecretCase, secretCases } from "./clients-with-secrets.ts";
import { describeFully, findSecrets } from "./find-secrets.ts";
import { leakyResponses, startLeakyServer } from "./leaky-server.ts";
import { closedUrl, startHttpServer } from "./servers.ts";

/** Makes calls and describes everything the client emits: errors, events, responses, cursors, and itself. */
async function emittedBy({ open }: SecretCase, options: ClientOptions): Promise<string> {
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
  return emitted.map(describeFully).join("\n");
}

describe("findSecrets", () => {
  it.each([
    ["as it is", (secret: string) => `x${secret}x`],
    ["in a URL", (secret: string) => `https://x.example.com/?a=${encodeURIComponent(secret)}`],
    ["in JSON", (secret: string) => JSON.stringify({ a: [secret] })],
    ["as Basic credentials", (secret: string) => btoa(`AC1:${secret}`)],
    ["within a cursor", (secret: string) => Buffer.from(`["a","${secret}"]`).toString("base64url")],
  ])("finds one %s", (_, hide) => {
    for (const { secrets } of secretCases) {
      for (const secret of secrets) expect(findSecrets(hide(secret), [secret])).not.toEqual([]);
    }
  });

  it("describeFully shows nested values, causes and hidden properties", () => {
    const error = new Error("a", {
      cause: Object.assign(new Error("b"), { c: { d: { e: { f: "planted" } } } }),
    });
    expect(describeFully(error)).toContain("planted");
    expect(describeFully(Object.defineProperty({}, "hidden", { value: "planted" }))).toContain("planted");
  });
});

describe.each(secretCases)("$name", (secretCase) => {
  const [secret = ""] = secretCase.secrets;
  let printed: string[];
  beforeEach(() => {
    printed = [];
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((text) => printed.push(String(text)) > 0);
    }
  });
  afterEach(() => vi.restoreAllMocks());

  const responses = leakyResponses.filter(
    ({ linksOnly }) => !linksOnly || !secretCase.name.includes("Onomondo"),
  );

  it.each(responses)(
    "is in nothing the client emits if the server repeats it in $name",
    async (leakyResponse) => {
      await using leaky = await startLeakyServer(leakyResponse, secret);
      const emitted = await emittedBy(secretCase, { baseUrl: leaky.server.url });
      expect(leaky.server.requests.length).toBeGreaterThan(0);
      expect(findSecrets(emitted + printed.join(""), secretCase.secrets)).toEqual([]);
      expect(leaky.otherOrigin.requests).toEqual([]);
    },
  );

  it("is in nothing the client emits if the call succeeds or the connection is refused", async () => {
    const good = {
      usage_records: [{}],
      usage: [{}],
      meta: { next_page_url: null },
      pagination: { has_more: false },
    };
    await using server = await startHttpServer((_, response) => response.end(JSON.stringify(good)));
    for (const baseUrl of [server.url, await closedUrl()]) {
      expect(findSecrets(await emittedBy(secretCase, { baseUrl }), secretCase.secrets)).toEqual([]);
    }
  });

  it("is in no recording of a server that repeats it", async () => {
    for (const leakyResponse of responses.filter(({ incomplete }) => !incomplete)) {
      await using leaky = await startLeakyServer(leakyResponse, secret);
      const fetch = record(globalThis.fetch, { secrets: secretCase.secrets });
      await emittedBy(secretCase, { baseUrl: leaky.server.url, fetch });
      expect(findSecrets(JSON.stringify(await fetch.har()), secretCase.secrets), leakyResponse.name).toEqual(
        [],
      );
    }
  });

  it("is in no recording, also without the option `secrets`, if the server does not repeat it", async () => {
    await using server = await startHttpServer((_, response) => response.writeHead(401).end("{}"));
    const fetch = record();
    await emittedBy(secretCase, { baseUrl: server.url, fetch });
    const har = await fetch.har();
    expect(har.log.entries.length).toBeGreaterThan(0);
    expect(findSecrets(JSON.stringify(har), secretCase.secrets)).toEqual([]);
  });

  it("follows no next link to another origin", async () => {
    await using other = await startHttpServer((_, response) => response.end("{}"));
    const next = `${other.url}/list?Page=1&next=1`;
    const page = (last: boolean) => ({
      usage_records: [{}],
      usage: [{}],
      meta: { next_page_url: last ? null : next },
      next_page_uri: last ? null : next,
      pagination: last ? { has_more: false } : { has_more: true, next_page: next },
    });
    await using server = await startHttpServer(({ url = "" }, response) =>
      response.end(JSON.stringify(page(/[?&](?:Page|next_page)=/.test(url)))),
    );
    const { calls } = secretCase.open({ baseUrl: server.url });
    expect(await calls.paginate().toArray()).toHaveLength(2);
    expect(other.requests).toEqual([]);
  });
});

it("a cursor within a list holds no secret", async () => {
  await using emulator = await startEmulator();
  const { twilio } = emulator.credentials;
  const client = createTwilioSuperSim({ ...twilio, baseUrl: emulator.supersim.url });
  const pager = client.paginate("/v1/UsageRecords", { params: { query: { Group: "sim", PageSize: 10 } } });
  for await (const _ of pager) {
    expect(findSecrets(Buffer.from(pager.cursor, "base64").toString(), [twilio.authToken])).toEqual([]);
    expect(findSecrets(pager.cursor, [twilio.authToken])).toEqual([]);
  }
});

it.each(["http://usage.example.com", "http://192.0.2.1:8080"])(
  "credentials are not sent to %s without allowHttp",
  (baseUrl) => {
    for (const { open, secrets } of secretCases) {
      expect(() => open({ baseUrl })).toThrow(TypeError);
      try {
        open({ baseUrl });
      } catch (error) {
        expect(findSecrets(describeFully(error), secrets)).toEqual([]);
      }
      expect(open({ baseUrl, allowHttp: true }).client).toBeDefined();
    }
  },
);
