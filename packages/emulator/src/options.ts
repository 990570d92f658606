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
  /** First day of the account, in UTC. Defaults to 2019-03-11, or to the day of `now` if that is earlier. */
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

/** Node fires longer timers at once. */
const MAX_DELAY = 2 ** 31 - 1;

/** Days have a number of their own, and dates four digits, from the first to the last. */
const YEARS = { first: 1970, last: 2399 };

/** An accepted kind of value: what it must be, and whether a value is one. */
interface Kind {
  readonly mustBe: string;
  readonly accepts: (value: unknown) => boolean;
}

const integer = (minimum: number, maximum = Number.MAX_SAFE_INTEGER): Kind => ({
  mustBe:
    maximum === Number.MAX_SAFE_INTEGER
      ? `an integer of at least ${minimum}`
      : `an integer from ${minimum} to ${maximum}`,
  accepts: (value) => Number.isSafeInteger(value) && Number(value) >= minimum && Number(value) <= maximum,
});

const text: Kind = {
  mustBe: "a text that is not empty",
  accepts: (value) => typeof value === "string" && value !== "",
};

const date: Kind = {
  mustBe: `a valid Date in the years ${YEARS.first} to ${YEARS.last}`,
  accepts: (value) =>
    value instanceof Date && value.getUTCFullYear() >= YEARS.first && value.getUTCFullYear() <= YEARS.last,
};

const apiOptions: Readonly<Record<keyof ApiOptions, Kind>> = {
  port: integer(0, 65_535),
  latency: {
    mustBe: `a number of milliseconds from 0 to ${MAX_DELAY}`,
    accepts: (value) => typeof value === "number" && value >= 0 && value <= MAX_DELAY,
  },
  emptyPages: {
    mustBe: "an array of page numbers, from 0",
    accepts: (value) => Array.isArray(value) && value.every(integer(0).accepts),
  },
  clampPageSize: integer(1),
};

const twilioOptions: Readonly<Record<keyof TwilioOptions, Kind>> = {
  ...{ accountSid: text, authToken: text, apiKey: text, apiKeySecret: text, token: text },
  maxConcurrentRequests: integer(1),
};

const superSimOptions: Readonly<Record<keyof SuperSimOptions, Kind>> = {
  ...apiOptions,
  sims: integer(1, MAX_SIMS),
  publicUrl: {
    mustBe: "an http or https URL without a trailing slash",
    accepts: (value) => typeof value === "string" && /^https?:\/\/[^/]/.test(value) && !value.endsWith("/"),
  },
};

const usageOptions: Readonly<Record<keyof UsageOptions, Kind>> = { ...apiOptions, accountCreated: date };

const authSchemes: readonly unknown[] = ["raw", "bearer", "both"] satisfies OnomondoAuthScheme[];

const onomondoOptions: Readonly<Record<keyof OnomondoOptions, Kind>> = {
  ...apiOptions,
  apiKey: text,
  authScheme: { mustBe: '"raw", "bearer" or "both"', accepts: (value) => authSchemes.includes(value) },
  sims: integer(1, MAX_SIMS),
  rateLimit: integer(1),
};

const groups: Readonly<
  Record<Exclude<keyof EmulatorOptions, "seed" | "now">, Readonly<Record<string, Kind>>>
> = {
  twilio: twilioOptions,
  supersim: superSimOptions,
  usage: usageOptions,
  onomondo: onomondoOptions,
};

const group: Kind = {
  mustBe: "an object of options",
  accepts: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

const emulatorOptions: Readonly<Record<keyof EmulatorOptions, Kind>> = {
  seed: { mustBe: "a text", accepts: (value) => typeof value === "string" },
  now: date,
  ...{ twilio: group, supersim: group, usage: group, onomondo: group },
};

/**
 * Checks the options of {@link startEmulator}, which may come from JavaScript.
 *
 * @throws TypeError if an option is unknown
 * @throws RangeError if the value of an option is invalid
 */
export function checkOptions(options: EmulatorOptions): void {
  if (!group.accepts(options)) throw invalid("options", group, options);
  checkGroup("", options, emulatorOptions);
  for (const [name, kinds] of Object.entries(groups)) {
    checkGroup(`${name}.`, options[name as keyof typeof groups] ?? {}, kinds); // a key of `groups`
  }
  const { now, usage: { accountCreated } = {} } = options;
  if (now !== undefined && accountCreated !== undefined && accountCreated > now) {
    throw new RangeError(
      `startEmulator: usage.accountCreated must not be after now, ${now.toISOString()}; got ${accountCreated.toISOString()}.`,
    );
  }
}

function checkGroup(prefix: string, values: object, kinds: Readonly<Record<string, Kind>>): void {
  for (const [name, value] of Object.entries(values)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) {
      const valid = Object.keys(kinds).map((known) => prefix + known);
      throw new TypeError(
        `startEmulator: unknown option "${prefix}${name}"; valid options are ${valid.join(", ")}.`,
      );
    }
    if (value !== undefined && !kind.accepts(value)) throw invalid(prefix + name, kind, value);
  }
}

const invalid = (name: string, { mustBe }: Kind, value: unknown): RangeError =>
  new RangeError(`startEmulator: ${name} must be ${mustBe}; got ${describe(value)}.`);

const describe = (value: unknown): string => {
  if (typeof value === "number" || value === null || value === undefined) return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : value.toISOString();
  if (typeof value === "string") return JSON.stringify(value);
  return Array.isArray(value) ? JSON.stringify(value) : `a value of type ${typeof value}`;
};
