import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { api } from "../../test/fleet-api/operations.ts";
import type { paths } from "../../test/fleet-api/schema.ts";
import { type Handler, json, serve } from "../../test/serve.ts";
import {
  basic,
  createClient,
  firstAccepted,
  header,
  MalformedResponseError,
  type Middleware,
  unwrap,
} from "../index.ts";

async function clientOf(authorize: Middleware, handler: Handler) {
  const { url } = await serve(handler);
  return createClient<paths>(api, { baseUrl: url, authorize, retry: false });
}

const key = header("X-Api-Key", "hunter2-secret");

describe("a credential", () => {
  it("is not in a client that is printed", () => {
    const client = createClient<paths>(api, { authorize: basic("AC1", "hunter2-secret") });
    const printed = inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client);
    expect(printed).not.toMatch(/hunter2|QUMxO/);
  });

  it("is redacted in an error body and in response headers", async () => {
    const client = await clientOf(header("X-Api-Key", "k3y-of-mine"), ({ headers }, response) =>
      json(response, { message: `key ${headers["x-api-key"]} is unknown` }, 401, {
        "x-echo": String(headers["x-api-key"]),
      }),
    );
    const { error, response } = await client.GET("/v1/Usage");
    expect(error).toEqual({ message: "key [redacted] is unknown" });
    expect(response.headers.get("x-echo")).toBe("[redacted]");
  });

  const password = 'p/ss "wörd"+%';
  const forms: [string, (text: string) => string][] = [
    ["unchanged", (text) => text],
    ["percent-encoded", encodeURIComponent],
    [
      "percent-encoded in lower case",
      (text) => encodeURIComponent(text).replace(/%../g, (c) => c.toLowerCase()),
    ],
    ["in JSON", (text) => JSON.stringify(text).slice(1, -1)],
    ["in JSON as PHP writes it", (text) => JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/")],
    ["in base64", (text) => Buffer.from(text).toString("base64")],
    ["in base64url", (text) => Buffer.from(text).toString("base64url")],
  ];

  it.each(forms)("is redacted in error bodies and in quotes of invalid bodies: %s", async (_, encode) => {
    for (const status of [400, 200]) {
      const client = await clientOf(basic("AC1", password), ({ headers }, response) => {
        const pair = Buffer.from(String(headers.authorization).slice(6), "base64").toString();
        response.writeHead(status).end(`<p>${encode(pair)} or ${encode(password)}</p>`);
      });
      const error: unknown = await unwrap(client.GET("/v1/Usage")).catch((e) => e);
      const printed = inspect(error, { depth: 9, showHidden: true }) + String(error) + JSON.stringify(error);
      expect(printed).toMatch(/<p>(AC1(:|%3a))?\[redacted\] or \[redacted\]<\/p>/i);
      for (const [, form] of forms) expect(printed).not.toContain(form(password));
    }
  });

  it("is not quoted in part, neither by the client nor by the engine's SyntaxError", async () => {
    for (const body of [`${"x".repeat(75)}hunter2-secret`, "hunter2-secret", '{"a": hunter2-secret']) {
      const client = await clientOf(key, (_, response) => response.writeHead(200).end(body));
      const error = await client.GET("/v1/Usage").catch((e: unknown) => e);
      expect(inspect(error, { depth: 9 })).not.toContain("hunte");
    }
  });

  it("is redacted in the first response to a credential form, too", async () => {
    const client = await clientOf(firstAccepted(header("Authorization", "hunter2-secret")), (_, response) =>
      response.writeHead(200).end("<p>hunter2-secret</p>"),
    );
    await expect(client.GET("/v1/Usage")).rejects.toThrow("is not JSON: <p>[redacted]</p>");
  });

  it("is not quoted if the caller's own middleware sent it in a new request", async () => {
    const authorize: Middleware = (next) => (request) =>
      next(new Request(request, { headers: { "x-api-key": "hunter2-secret" } }));
    const client = await clientOf(authorize, (_, response) =>
      response.writeHead(200).end("<p>hunter2-secret</p>"),
    );
    const error = await client.GET("/v1/Usage").catch((e: unknown) => e);
    expect(String(error)).toContain("the body is not JSON");
    expect(inspect(error, { depth: 9 })).not.toContain("hunter2");
  });

  it("is not quoted if it is invalid in a header", async () => {
    const client = await clientOf(header("X-Api-Key", "hunter2\nsecret"), (_, response) =>
      json(response, { records: [] }),
    );
    const error = await client.GET("/v1/Usage").catch((e: unknown) => e);
    expect(String(error)).toContain("X-Api-Key contains a line break");
    expect(inspect(error)).not.toContain("hunter2");
  });
});

describe("an error body", () => {
  it("is read only in part if it is endless", async () => {
    const client = await clientOf(key, (_, response) => {
      response.writeHead(500);
      const pour = () => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", pour);
      pour();
    });
    const { error } = await client.GET("/v1/Usage");
    expect(error).toMatchObject({ unreadable: true, text: "x".repeat(2000) });
  });

  it("is read only for some seconds if it does not end, long before the attempt times out", async () => {
    const client = await clientOf(key, (_, response) => {
      response.writeHead(500).write('{"message": "half');
    });
    expect((await client.GET("/v1/Usage")).error).toMatchObject({
      unreadable: true,
      text: '{"message": "half',
    });
  });

  it.each([600, 999])(
    "with the status %i is rejected, because it is not a valid HTTP status",
    async (status) => {
      const client = await clientOf(key, (_, response) => response.writeHead(status).end("{}"));
      const error = await client.GET("/v1/Usage").catch((e: unknown) => e);
      expect(MalformedResponseError.is(error)).toBe(true);
      expect(String(error)).toContain(`GET /v1/Usage: ${status} is not a valid final HTTP status`);
    },
  );
});
