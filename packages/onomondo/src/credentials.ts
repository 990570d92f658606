import { type ClientOptions, environment, firstAccepted, header, type Middleware } from "@usagewire/client";

/** The API key, and how it is sent. */
export interface OnomondoCredentials {
  /**
   * Looks like `onok_a1b2c3.f00ba5`. A key that is limited to tags sees only a part of the usage, without an error. Defaults
   * to the environment variable `ONOMONDO_API_KEY`.
   */
  readonly apiKey?: string | undefined;
  /**
   * How the key is sent: `bearer` for `Authorization: Bearer <key>`, as documented; `raw` for `Authorization: <key>`, which
   * the servers have required; `auto` to try both in this order and keep the one that is accepted. Defaults to `auto`.
   */
  readonly authScheme?: "auto" | "bearer" | "raw" | undefined;
}

/** The options of an Onomondo client besides its credentials. */
export type OnomondoOptions = Omit<ClientOptions, "authorize" | "defaults">;

/**
 * Turns credentials into the client option `authorize`.
 *
 * @throws TypeError if the key is missing or empty, or `authScheme` is unknown.
 */
export function resolveCredentials({ apiKey, authScheme = "auto" }: OnomondoCredentials): Middleware {
  const key = apiKey ?? environment("ONOMONDO_API_KEY");
  if (key === undefined || key === "") {
    // An unset variable often becomes an empty string, which would only fail later with a 401.
    const problem = key === "" ? "empty" : "missing";
    throw new TypeError(
      `Onomondo credentials: apiKey is ${problem}; pass { apiKey } or set ONOMONDO_API_KEY`,
    );
  }
  const bearer = header("Authorization", `Bearer ${key}`);
  const raw = header("Authorization", key);
  switch (authScheme) {
    case "auto":
      return firstAccepted(bearer, raw);
    case "bearer":
      return bearer;
    case "raw":
      return raw;
    default:
      throw new TypeError(
        `authScheme must be "auto", "bearer" or "raw"; received ${JSON.stringify(authScheme)}`,
      );
  }
}
