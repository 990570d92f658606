import { afterEach, describe, expect, it, vi } from "vitest";
import { type OnomondoCredentials, resolveCredentials } from "./credentials.ts";

afterEach(() => vi.unstubAllEnvs());

/** The Authorization headers that one call sends to a server that takes the bare key alone. */
async function sent(credentials: OnomondoCredentials): Promise<(string | null)[]> {
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
  it("send the documented form first, then the bare key", async () => {
    expect(await sent({ apiKey: "onok_1" })).toEqual(["Bearer onok_1", "onok_1"]);
  });

  it("send one form alone when told which", async () => {
    expect(await sent({ apiKey: "onok_1", authScheme: "raw" })).toEqual(["onok_1"]);
    expect(await sent({ apiKey: "onok_1", authScheme: "bearer" })).toEqual(["Bearer onok_1"]);
  });

  it("come from ONOMONDO_API_KEY when left out", async () => {
    vi.stubEnv("ONOMONDO_API_KEY", "onok_1");
    expect(await sent({ authScheme: "raw" })).toEqual(["onok_1"]);
  });

  it("that are missing are refused with what is accepted", () => {
    vi.stubEnv("ONOMONDO_API_KEY", undefined);
    expect(() => resolveCredentials({})).toThrow("no apiKey; give { apiKey } or set ONOMONDO_API_KEY");
  });

  it("that are empty are refused too", () => {
    expect(() => resolveCredentials({ apiKey: "" })).toThrow("apiKey is empty; give { apiKey }");
  });

  it("of an unknown scheme are refused", () => {
    const authScheme = "digest" as "raw"; // what JavaScript callers may do
    expect(() => resolveCredentials({ apiKey: "k", authScheme })).toThrow(
      '"digest" is none of "auto", "bearer", "raw"',
    );
  });
});
