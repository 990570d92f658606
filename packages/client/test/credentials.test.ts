import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { basic, bearer, createClient, firstAccepted, header, unwrap, type Wire } from "../src/index.ts";
import { api } from "./fleet-api/operations.ts";
import type { paths } from "./fleet-api/schema.ts";
import { json, serve } from "./serve.ts";

async function guarded(authorize: Wire, accepts: (authorization: string | undefined) => boolean) {
  const { url, seen } = await serve(({ headers }, response) =>
    accepts(headers.authorization) ? json(response, { records: [] }) : json(response, { error: "no" }, 401),
  );
  const client = createClient<paths>(api, { baseUrl: url, authorize });
  return { client, sent: () => seen.map(({ headers }) => headers.authorization) };
}

describe("basic", () => {
  it("encodes user and password as UTF-8", async () => {
    const { client, sent } = await guarded(basic("SK1", "pässword"), () => true);
    await client.GET("/v1/Usage");
    expect(sent()).toEqual([`Basic ${Buffer.from("SK1:pässword").toString("base64")}`]);
  });

  it("refuses a user with a colon", () => {
    expect(() => basic("a:b", "c")).toThrow("must not contain a colon");
  });
});

describe("a credential that is not there", () => {
  // As from JavaScript, or with `process.env.NAME!`.
  const missing = undefined as unknown as string;

  it.each([
    ["basic user", () => basic(missing, "c"), "basic(user, password): the user is undefined"],
    ["basic password", () => basic("a", missing), "basic(user, password): the password is undefined"],
    ["bearer token", () => bearer(missing), "bearer(token): the token is undefined"],
    ["empty bearer token", () => bearer(""), "bearer(token): the token is empty"],
    ["header value", () => header("X-Key", missing), 'header("X-Key", value): the value is undefined'],
  ])("is refused before anything is sent: %s", (_, make, message) => {
    expect(make).toThrow(`${message}; give a non-empty string`);
  });

  it("is refused where it stands in place of the function that carries it", () => {
    const authorize = "token" as unknown as Wire;
    expect(() => createClient<paths>(api, { authorize })).toThrow(
      "option authorize is of type string; give a function",
    );
  });
});

describe("bearer", () => {
  it("fetches a token once for many waiting calls, keeps it, and refreshes it once after a 401", async () => {
    let valid = 1;
    let fetched = 0;
    const token = async () => `token-${++fetched}`;
    const { client, sent } = await guarded(bearer(token), (value) => value === `Bearer token-${valid}`);
    const call = () => client.GET("/v1/Usage");
    await Promise.all([call(), call(), call()]);
    expect(fetched).toBe(1);

    valid = 2;
    const results = await Promise.all([call(), call(), call()]);
    expect(results.map(({ response }) => response.status)).toEqual([200, 200, 200]);
    expect(fetched).toBe(2);
    expect(sent().at(-1)).toBe("Bearer token-2");
  });

  it("keeps a token until shortly before it expires", async () => {
    let fetched = 0;
    let life = 0;
    const token = () => ({ token: `token-${++fetched}`, expiresAt: new Date(Date.now() + life) });
    const { client } = await guarded(bearer(token), () => true);
    life = 5_000;
    await client.GET("/v1/Usage");
    life = 60_000;
    await client.GET("/v1/Usage");
    await client.GET("/v1/Usage");
    expect(fetched).toBe(2);
  });

  it("shares one fetch of an expired token, too, and takes its expiry in milliseconds", async () => {
    let fetched = 0;
    const token = async () => ({
      token: `token-${++fetched}`,
      expiresAt: Date.now() + (fetched === 1 ? 0 : 60_000),
    });
    const { client, sent } = await guarded(bearer(token), () => true);
    await client.GET("/v1/Usage");
    await Promise.all([client.GET("/v1/Usage"), client.GET("/v1/Usage"), client.GET("/v1/Usage")]);
    expect(sent()).toEqual(["Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-2"]);
  });

  it("lets an aborted call go while the token is fetched for the others", async () => {
    let give = (_: string) => {};
    const { client, sent } = await guarded(
      bearer(() => new Promise((resolve) => (give = resolve))),
      () => true,
    );
    const controller = new AbortController();
    const reason = new Error("enough");
    const aborted = client.GET("/v1/Usage", { signal: controller.signal });
    const waiting = client.GET("/v1/Usage");
    setTimeout(() => controller.abort(reason), 20);
    await expect(aborted).rejects.toBe(reason);
    give("t");
    expect((await waiting).response.status).toBe(200);
    expect(sent()).toEqual(["Bearer t"]);
  });

  it("sends a body again with the new token", async () => {
    let fetched = 0;
    const { client } = await guarded(
      bearer(() => `token-${++fetched}`),
      (value) => value === "Bearer token-2",
    );
    expect((await client.POST("/v1/Usage", { body: { bytes: 1 } })).response.status).toBe(200);
  });

  it.each([[""], [{ token: 5 }], [undefined]])(
    "says what a token function must return, not %j",
    async (value) => {
      const { client } = await guarded(
        bearer(() => value as string),
        () => true,
      );
      await expect(client.GET("/v1/Usage")).rejects.toThrow("must return a non-empty string or { token }");
    },
  );

  it("gives the second 401 to the caller instead of asking for ever", async () => {
    const { client, sent } = await guarded(
      bearer(() => "stale"),
      () => false,
    );
    const { response } = await client.GET("/v1/Usage");
    expect(response.status).toBe(401);
    expect(sent()).toHaveLength(2);
  });

  it("rejects the call when the token cannot be fetched, and tries anew with the next", async () => {
    let failures = 1;
    const token = () => {
      if (failures-- > 0) throw new Error("token server is down");
      return "t";
    };
    const { client } = await guarded(bearer(token), () => true);
    await expect(client.GET("/v1/Usage")).rejects.toThrow("token server is down");
    expect((await client.GET("/v1/Usage")).response.status).toBe(200);
  });
});

describe("firstAccepted", () => {
  const auto = () =>
    firstAccepted(header("Authorization", "Bearer key-123"), header("Authorization", "key-123"));

  it("tries the forms in order and keeps the one that worked", async () => {
    const { client, sent } = await guarded(auto(), (value) => value === "key-123");
    await client.GET("/v1/Usage");
    await client.GET("/v1/Usage");
    expect(sent()).toEqual(["Bearer key-123", "key-123", "key-123"]);
  });

  it("stays with the first form where that is accepted", async () => {
    const { client, sent } = await guarded(auto(), (value) => value === "Bearer key-123");
    await client.GET("/v1/Usage");
    await client.GET("/v1/Usage");
    expect(sent()).toEqual(["Bearer key-123", "Bearer key-123"]);
  });

  it("gives the 401 to the caller when no form is accepted", async () => {
    const { client, sent } = await guarded(auto(), () => false);
    expect((await client.GET("/v1/Usage")).response.status).toBe(401);
    expect(sent()).toHaveLength(2);
  });

  it("sends a body again in the second form", async () => {
    const { client } = await guarded(auto(), (value) => value === "key-123");
    expect((await client.POST("/v1/Usage", { body: { bytes: 1 } })).response.status).toBe(200);
  });
});

it("shows no credential when a client is printed", () => {
  const client = createClient<paths>(api, { authorize: basic("AC1", "hunter2-secret") });
  const shown = inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client);
  expect(shown).not.toMatch(/hunter2|QUMxO/);
});

describe("an echoed credential", () => {
  const password = 'p/ss "wörd"+%';
  const forms: [string, (text: string) => string][] = [
    ["as it is", (text) => text],
    ["percent-encoded", encodeURIComponent],
    [
      "percent-encoded in lower case",
      (text) => encodeURIComponent(text).replace(/%../g, (c) => c.toLowerCase()),
    ],
    ["in JSON", (text) => JSON.stringify(text).slice(1, -1)],
    ["in JSON of PHP", (text) => JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/")],
    ["in base64", (text) => Buffer.from(text).toString("base64")],
    ["in base64url", (text) => Buffer.from(text).toString("base64url")],
  ];

  it.each(forms)(
    "is blotted out of error bodies and of what a malformed body is quoted: %s",
    async (_, encode) => {
      for (const status of [400, 200]) {
        const { url } = await serve(({ headers }, response) => {
          const pair = Buffer.from(String(headers.authorization).slice(6), "base64").toString();
          response.writeHead(status).end(`<p>${encode(pair)} or ${encode(password)}</p>`);
        });
        const client = createClient<paths>(api, {
          baseUrl: url,
          authorize: basic("AC1", password),
          retry: false,
        });
        const error: unknown = await unwrap(client.GET("/v1/Usage")).catch((e) => e);
        const shown = inspect(error, { depth: 9, showHidden: true }) + String(error) + JSON.stringify(error);
        expect(shown).toContain("<p>[redacted] or [redacted]</p>");
        for (const [, form] of forms) expect(shown).not.toContain(form(password));
      }
    },
  );

  it("is not quoted in part, neither by us nor by the engine's SyntaxError", async () => {
    for (const body of [`${"x".repeat(75)}hunter2-secret`, "hunter2-secret", '{"a": hunter2-secret']) {
      const { url } = await serve((_, response) => response.writeHead(200).end(body));
      const authorize = header("X-Api-Key", "hunter2-secret");
      const client = createClient<paths>(api, { baseUrl: url, authorize, retry: false });
      const error = await client.GET("/v1/Usage").catch((e: unknown) => e);
      expect(inspect(error, { depth: 9 })).not.toContain("hunte");
    }
  });

  it("is known in the first answer to a form of credential, too", async () => {
    const { url } = await serve((_, response) => response.writeHead(200).end("<p>hunter2-secret</p>"));
    const authorize = firstAccepted(header("Authorization", "hunter2-secret"));
    const client = createClient<paths>(api, { baseUrl: url, authorize, retry: false });
    await expect(client.GET("/v1/Usage")).rejects.toThrow("is not JSON: <p>[redacted]</p>");
  });

  it("is not quoted where a function of one's own sent it in a request of its own", async () => {
    const { url } = await serve((_, response) => response.writeHead(200).end("<p>hunter2-secret</p>"));
    const authorize: Wire = (next) => (request) =>
      next(new Request(request, { headers: { "x-api-key": "hunter2-secret" } }));
    const client = createClient<paths>(api, { baseUrl: url, authorize, retry: false });
    const error = await client.GET("/v1/Usage").catch((e: unknown) => e);
    expect(String(error)).toContain("the body is not JSON");
    expect(inspect(error, { depth: 9 })).not.toContain("hunter2");
  });
});

it("does not quote a credential that no header can carry", async () => {
  const { client } = await guarded(header("X-Api-Key", "hunter2\nsecret"), () => true);
  const error = await client.GET("/v1/Usage").catch((e: unknown) => e);
  expect(String(error)).toContain("X-Api-Key holds a line break");
  expect(inspect(error)).not.toContain("hunter2");
});
