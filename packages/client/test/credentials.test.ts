import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { basic, bearer, createClient, firstAccepted, header, type Wire } from "../src/index.ts";
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

it("does not quote a credential that no header can carry", async () => {
  const { client } = await guarded(header("X-Api-Key", "hunter2\nsecret"), () => true);
  const error = await client.GET("/v1/Usage").catch((e: unknown) => e);
  expect(String(error)).toContain("X-Api-Key holds a line break");
  expect(inspect(error)).not.toContain("hunter2");
});
