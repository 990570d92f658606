import { afterEach, describe, expect, it, vi } from "vitest";
import { type OnomondoCredentials, resolveCredentials } from "./credentials.ts";

afterEach(() => vi.unstubAllEnvs());

/** The `Authorization` headers of one call to a server that accepts only the raw key. */
async function sentHeaders(credentials: OnomondoCredentials): Promise<(string | null)[]> {
  const headers: (string | null)[] = [];
  const send = resolveCredentials(credentials)(async (request) => {
    const header = request.headers.get("authorization");
    headers.push(header);
    return new Response(null, { status: header === "onok_1" ? 200 : 401 });
  });
  await send(new Request("https://api.onomondo.com/usage"));
  return headers;
}

describe("Onomondo credentials", () => {
  it("are sent in the documented form first, then as the raw key", async () => {
    expect(await sentHeaders({ apiKey: "onok_1" })).toEqual(["Bearer onok_1", "onok_1"]);
  });

  it("are sent in one form only if authScheme names it", async () => {
    expect(await sentHeaders({ apiKey: "onok_1", authScheme: "raw" })).toEqual(["onok_1"]);
    expect(await sentHeaders({ apiKey: "onok_1", authScheme: "bearer" })).toEqual(["Bearer onok_1"]);
  });

  it("default to ONOMONDO_API_KEY", async () => {
    vi.stubEnv("ONOMONDO_API_KEY", "onok_1");
    expect(await sentHeaders({ authScheme: "raw" })).toEqual(["onok_1"]);
  });

  it("throw if they are missing or empty, and say what is accepted", () => {
    vi.stubEnv("ONOMONDO_API_KEY", undefined);
    const accepted = "pass { apiKey } or set ONOMONDO_API_KEY";
    expect(() => resolveCredentials({})).toThrow(`apiKey is missing; ${accepted}`);
    expect(() => resolveCredentials({ apiKey: "" })).toThrow(`apiKey is empty; ${accepted}`);
  });

  it("throw for an unknown scheme", () => {
    const authScheme = "digest" as "raw"; // what JavaScript callers may do
    expect(() => resolveCredentials({ apiKey: "k", authScheme })).toThrow(
      'authScheme must be "auto", "bearer" or "raw"; received "digest"',
    );
  });
});
