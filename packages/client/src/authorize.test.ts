import { describe, expect, it } from "vitest";
import { api } from "../test/fleet-api/operations.ts";
import type { paths } from "../test/fleet-api/schema.ts";
import { json, serve } from "../test/serve.ts";
import { basic, bearer, createClient, firstAccepted, header, type Middleware } from "./index.ts";

/** A client of a server that responds with a 401 to other credentials, and the `Authorization` headers that were sent. */
async function clientOf(authorize: Middleware, accepts: (authorization: string | undefined) => boolean) {
  const { url, requests } = await serve(({ headers }, response) =>
    accepts(headers.authorization) ? json(response, { records: [] }) : json(response, { error: "no" }, 401),
  );
  const client = createClient<paths>(api, { baseUrl: url, authorize });
  return { client, sent: () => requests.map(({ headers }) => headers.authorization) };
}

describe("basic", () => {
  it("encodes user and password as UTF-8", async () => {
    const { client, sent } = await clientOf(basic("SK1", "pässword"), () => true);
    await client.GET("/v1/Usage");
    expect(sent()).toEqual([`Basic ${Buffer.from("SK1:pässword").toString("base64")}`]);
  });

  it("rejects a user with a colon", () => {
    expect(() => basic("a:b", "c")).toThrow("user must not contain a colon");
  });
});

describe("a missing credential", () => {
  const missing = undefined as unknown as string; // from JavaScript, or `process.env.NAME!`

  it.each([
    ["basic user", () => basic(missing, "c"), "basic(user, password): user", "undefined"],
    ["basic password", () => basic("a", missing), "basic(user, password): password", "undefined"],
    ["bearer token", () => bearer(missing), "bearer(token): token", "undefined"],
    ["empty bearer token", () => bearer(""), "bearer(token): token", '""'],
    ["header value", () => header("X-Key", missing), 'header("X-Key", value): value', "undefined"],
  ])("throws before anything is sent: %s", (_, create, name, found) => {
    expect(create).toThrow(`${name} must be a non-empty string; received ${found}`);
  });

  it("throws if a string is passed instead of the middleware", () => {
    const authorize = "token" as unknown as Middleware; // from JavaScript
    expect(() => createClient<paths>(api, { authorize })).toThrow(
      "option authorize must be a function; received a value of type string",
    );
  });
});

describe("bearer", () => {
  it("fetches a token once for many waiting calls, caches it, and refreshes it once after a 401", async () => {
    let valid = 1;
    let fetched = 0;
    const token = async () => `token-${++fetched}`;
    const { client, sent } = await clientOf(bearer(token), (value) => value === `Bearer token-${valid}`);
    const call = () => client.GET("/v1/Usage");
    await Promise.all([call(), call(), call()]);
    expect(fetched).toBe(1);

    valid = 2;
    const results = await Promise.all([call(), call(), call()]);
    expect(results.map(({ response }) => response.status)).toEqual([200, 200, 200]);
    expect(fetched).toBe(2);
    expect(sent().at(-1)).toBe("Bearer token-2");
  });

  it("caches a token until ten seconds before it expires", async () => {
    let fetched = 0;
    let lifetime = 0;
    const token = () => ({ token: `token-${++fetched}`, expiresAt: new Date(Date.now() + lifetime) });
    const { client } = await clientOf(bearer(token), () => true);
    lifetime = 5_000;
    await client.GET("/v1/Usage");
    lifetime = 3_600_000;
    await client.GET("/v1/Usage");
    await client.GET("/v1/Usage");
    expect(fetched).toBe(2);
  });

  it("fetches once for many calls after a token expired, and accepts its expiry in milliseconds", async () => {
    let fetched = 0;
    const token = async () => ({
      token: `token-${++fetched}`,
      expiresAt: Date.now() + (fetched === 1 ? 0 : 3_600_000),
    });
    const { client, sent } = await clientOf(bearer(token), () => true);
    await client.GET("/v1/Usage");
    await Promise.all([client.GET("/v1/Usage"), client.GET("/v1/Usage"), client.GET("/v1/Usage")]);
    expect(sent()).toEqual(["Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-2"]);
  });

  it("rejects an aborted call at once, while the token is fetched for the others", async () => {
    let resolveToken: ((token: string) => void) | undefined;
    const { client, sent } = await clientOf(
      bearer(
        () =>
          new Promise((resolve) => {
            resolveToken = resolve;
          }),
      ),
      () => true,
    );
    const controller = new AbortController();
    const reason = new Error("enough");
    const aborted = expect(client.GET("/v1/Usage", { signal: controller.signal })).rejects.toBe(reason);
    const waiting = client.GET("/v1/Usage");
    await expect.poll(() => resolveToken).toBeDefined();
    controller.abort(reason);
    await aborted;
    resolveToken?.("t");
    expect((await waiting).response.status).toBe(200);
    expect(sent()).toEqual(["Bearer t"]);
  });

  it("sends a body again with the new token", async () => {
    let fetched = 0;
    const { client } = await clientOf(
      bearer(() => `token-${++fetched}`),
      (value) => value === "Bearer token-2",
    );
    expect((await client.POST("/v1/Usage", { body: { bytes: 1 } })).response.status).toBe(200);
  });

  it.each([[""], [{ token: 5 }], [undefined]])(
    "says what a token function must return, if it returns %j",
    async (value) => {
      const { client } = await clientOf(
        bearer(() => value as string), // what JavaScript callers may do
        () => true,
      );
      await expect(client.GET("/v1/Usage")).rejects.toThrow("must return a non-empty string or { token }");
    },
  );

  it("returns the second 401 instead of refreshing forever", async () => {
    const { client, sent } = await clientOf(
      bearer(() => "stale"),
      () => false,
    );
    const { response } = await client.GET("/v1/Usage");
    expect(response.status).toBe(401);
    expect(sent()).toHaveLength(2);
  });

  it("rejects the call if the token cannot be fetched, and tries again with the next call", async () => {
    let failures = 1;
    const token = () => {
      if (failures-- > 0) throw new Error("token server is down");
      return "t";
    };
    const { client } = await clientOf(bearer(token), () => true);
    await expect(client.GET("/v1/Usage")).rejects.toThrow("token server is down");
    expect((await client.GET("/v1/Usage")).response.status).toBe(200);
  });
});

describe("firstAccepted", () => {
  const forms = () =>
    firstAccepted(header("Authorization", "Bearer key-123"), header("Authorization", "key-123"));

  it("tries the forms in order and keeps the one that is accepted", async () => {
    const { client, sent } = await clientOf(forms(), (value) => value === "key-123");
    await client.GET("/v1/Usage");
    await client.GET("/v1/Usage");
    expect(sent()).toEqual(["Bearer key-123", "key-123", "key-123"]);
  });

  it("keeps the first form if it is accepted", async () => {
    const { client, sent } = await clientOf(forms(), (value) => value === "Bearer key-123");
    await client.GET("/v1/Usage");
    await client.GET("/v1/Usage");
    expect(sent()).toEqual(["Bearer key-123", "Bearer key-123"]);
  });

  it("returns the 401 if no form is accepted", async () => {
    const { client, sent } = await clientOf(forms(), () => false);
    expect((await client.GET("/v1/Usage")).response.status).toBe(401);
    expect(sent()).toHaveLength(2);
  });

  it("sends a body again in the second form", async () => {
    const { client } = await clientOf(forms(), (value) => value === "key-123");
    expect((await client.POST("/v1/Usage", { body: { bytes: 1 } })).response.status).toBe(200);
  });
});
