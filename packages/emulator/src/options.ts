import type { TwilioAccount } from "./twilio/account.ts";

/** Options that every emulated API accepts. */
export interface ApiOptions {
  /** Port on 127.0.0.1. Defaults to a free port. */
  readonly port?: number;
  /** Delay of each authenticated response, in milliseconds. Defaults to 0. */
  readonly latency?: number;
  /**
   * Page numbers, from 0, that have no records although the list continues. Real providers sometimes return
   * such pages. Defaults to none.
   */
  readonly emptyPages?: readonly number[];
  /**
   * Maximum number of records per page. A larger page size is accepted but reduced to this, as a gateway may
   * do. Defaults to the provider's own maximum.
   */
  readonly clampPageSize?: number;
}

/** Options of the Twilio account, which both Twilio APIs share. Credentials default to generated values. */
export interface TwilioOptions extends Partial<TwilioAccount> {
  /**
   * Requests that may be in progress at the same time, over both Twilio APIs. Above it, the response is a 429
   * with code 20429. Defaults to no limit.
   */
  readonly maxConcurrentRequests?: number;
}

/** Options of the Super SIM API. */
export interface SuperSimOptions extends ApiOptions {
  /** Number of SIMs in the account. SIMs are computed on demand, so millions need no memory. Defaults to 48. */
  readonly sims?: number;
  /** Base URL of the page links, without a trailing slash. Defaults to the origin that the request was sent to. */
  readonly publicUrl?: string;
}

/** Options of the Twilio usage records API. */
export interface UsageOptions extends ApiOptions {
  /** First day of the account, in UTC. Defaults to 2019-03-11. */
  readonly accountCreated?: Date;
}

/** Options of the Onomondo API. */
export interface OnomondoOptions extends ApiOptions {
  /** The accepted API key. Defaults to a generated key such as `onok_a1b2c3.f00ba5`. */
  readonly apiKey?: string;
  /** How the key must be sent. Defaults to `"raw"`. */
  readonly authScheme?: OnomondoAuthScheme;
  /**
   * Number of SIMs in the organization. Each has two usage records a day for 90 days; the first SIM has
   * twelve a day. Defaults to 8.
   */
  readonly sims?: number;
  /**
   * Requests per minute; above it, the response is a 429. Counted by the real clock, not by `now`. Defaults to
   * 600, the documented limit.
   */
  readonly rateLimit?: number;
}

/**
 * How the Onomondo API key is accepted in the `Authorization` header: `"raw"` is the bare key, which the live
 * API accepted on 2026-09-06; `"bearer"` is `Bearer <key>`, as the "Usage" page of its documentation says;
 * `"both"` accepts either. See specs/SOURCES.md.
 */
export type OnomondoAuthScheme = "raw" | "bearer" | "both";

/** Options of {@link startEmulator}. All have defaults. */
export interface EmulatorOptions {
  /** Seed of all generated data: the same options give the same responses. Defaults to `"usagewire"`. */
  readonly seed?: string;
  /** The date and time that the emulated providers see. It does not advance. Defaults to 2025-06-15T12:00:00Z. */
  readonly now?: Date;
  /** The Twilio account, shared by `supersim` and `usage`. */
  readonly twilio?: TwilioOptions;
  /** The Super SIM API. */
  readonly supersim?: SuperSimOptions;
  /** The Twilio usage records API. */
  readonly usage?: UsageOptions;
  /** The Onomondo API. */
  readonly onomondo?: OnomondoOptions;
}

/** Every SIM has its own numbers in hashes, IDs and names up to this many. */
export const MAX_SIMS = 1e9;

/**
 * Returns a count option if it is valid.
 *
 * @throws RangeError if it is not an integer of at least 1
 */
export function checkCount(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new RangeError(`${name} must be an integer of at least 1; got ${value}.`);
}
