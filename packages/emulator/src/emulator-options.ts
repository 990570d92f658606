import type { TwilioAccount } from "./twilio/twilio-account.ts";

/** Options that each API has. */
export interface ApiOptions {
  /** Default 0: a free one. */
  readonly port?: number;
  /** Milliseconds that each answer takes, refusals aside. Default 0. */
  readonly latency?: number;
  /**
   * Numbers of pages, from 0, that come empty although the list goes on behind them, as providers' lists do
   * at times. Default none.
   */
  readonly emptyPages?: readonly number[];
  /**
   * Records per page that are never exceeded, whatever the client asked for, and without a word. Default
   * none.
   */
  readonly clampPageSize?: number;
}

export interface TwilioOptions extends Partial<TwilioAccount> {
  /** Requests that the account may have under way on both APIs together; above it, 429. Default none. */
  readonly maxConcurrentRequests?: number;
}

export interface SuperSimOptions extends ApiOptions {
  /** SIMs of the account; millions cost no memory. Default 48. */
  readonly sims?: number;
  /** What links begin with, without a trailing slash. Default: the origin that the client addressed. */
  readonly publicUrl?: string;
}

export interface UsageOptions extends ApiOptions {
  /** First day of the account (UTC). Default 2019-03-11. */
  readonly accountCreated?: Date;
}

export interface OnomondoOptions extends ApiOptions {
  /** Default: made up from the seed, in the form `onok_a1b2c3.f00ba5`. */
  readonly apiKey?: string;
  /**
   * How the key is accepted. Default `"raw"`, as the live API has been seen to; the documentation says
   * `"bearer"`.
   */
  readonly authScheme?: OnomondoAuthScheme;
  /**
   * SIMs of the organization, each with two usage records a day for 90 days, the first with twelve. Default
   * 8.
   */
  readonly sims?: number;
  /** Requests a minute; above it, 429. Default 600. The one thing here that follows the real clock. */
  readonly rateLimit?: number;
}

export type OnomondoAuthScheme = "raw" | "bearer" | "both";

export interface EmulatorOptions {
  /** What all synthetic data follows from: the same options give the same answers. Default `"usagewire"`. */
  readonly seed?: string;
  /** The providers' clock, which stands still. Default 2025-06-15T12:00:00Z. */
  readonly now?: Date;
  readonly twilio?: TwilioOptions;
  readonly supersim?: SuperSimOptions;
  readonly usage?: UsageOptions;
  readonly onomondo?: OnomondoOptions;
}
