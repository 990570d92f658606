import { environment, firstAccepted, header, type Wire } from "@usagewire/client";

export interface OnomondoCredentials {
  /** Looks like `onok_a1b2c3.f00ba5`; default: `ONOMONDO_API_KEY`. A key limited to tags silently sees a subset. */
  readonly apiKey?: string | undefined;
  /**
   * How the key is sent. The vendor documents `Authorization: Bearer <key>`, its servers have taken the bare key
   * alone. `auto` sends the documented form first, on a 401 the bare key, and keeps what worked. Default: `auto`.
   */
  readonly authScheme?: "auto" | "bearer" | "raw" | undefined;
}

/** The credentials as `createClient` takes them. */
export function resolveCredentials({ apiKey, authScheme = "auto" }: OnomondoCredentials): Wire {
  const key = apiKey ?? environment("ONOMONDO_API_KEY");
  if (key === undefined || key === "") {
    // Empty is what a variable that is not set often becomes; without a word it would be a 401 later.
    const found = key === "" ? "apiKey is empty" : "no apiKey";
    throw new TypeError(`Onomondo credentials: ${found}; give { apiKey } or set ONOMONDO_API_KEY`);
  }
  const asBearer = header("Authorization", `Bearer ${key}`);
  const bare = header("Authorization", key);
  switch (authScheme) {
    case "auto":
      return firstAccepted(asBearer, bare);
    case "bearer":
      return asBearer;
    case "raw":
      return bare;
    default:
      throw new TypeError(`authScheme ${JSON.stringify(authScheme)} is none of "auto", "bearer", "raw"`);
  }
}
