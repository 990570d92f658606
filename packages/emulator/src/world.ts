import { checkCount } from "./check-count.ts";
import type { EmulatorOptions } from "./emulator-options.ts";
import { createSimRegister, type SimRegister } from "./onomondo/sims.ts";
import { createSimFleet, type SimFleet } from "./supersim/fleet.ts";
import { hashHex, hashText } from "./synthetic/hash.ts";
import { createTwilioAccount, type TwilioAccount } from "./twilio/twilio-account.ts";
import { type Category, createCategories } from "./usage/categories.ts";

/** Everything that the providers know: it follows from the options alone. */
export interface World {
  readonly seed: string;
  /** Milliseconds. */
  readonly now: number;
  readonly account: TwilioAccount;
  /** Milliseconds. */
  readonly accountCreated: number;
  readonly fleet: SimFleet;
  readonly categories: readonly Category[];
  readonly register: SimRegister;
  readonly onomondoKey: string;
}

const DEFAULT_SEED = "usagewire";
/** Fixed, so that what is recorded today can be recorded again tomorrow. */
const DEFAULT_NOW = new Date("2025-06-15T12:00:00Z");
const DEFAULT_ACCOUNT_CREATED = new Date("2019-03-11T00:00:00Z");
const DEFAULT_SUPER_SIMS = 48;
const DEFAULT_ONOMONDO_SIMS = 8;

export function createWorld(options: EmulatorOptions): World {
  const { seed = DEFAULT_SEED } = options;
  const digits = hashHex(hashText(`${seed}/onomondo/api-key`), 0, 12);
  return {
    seed,
    now: (options.now ?? DEFAULT_NOW).getTime(),
    account: createTwilioAccount(seed, options.twilio ?? {}),
    accountCreated: (options.usage?.accountCreated ?? DEFAULT_ACCOUNT_CREATED).getTime(),
    fleet: createSimFleet(seed, checkCount("supersim.sims", options.supersim?.sims ?? DEFAULT_SUPER_SIMS)),
    categories: createCategories(seed),
    register: createSimRegister(checkCount("onomondo.sims", options.onomondo?.sims ?? DEFAULT_ONOMONDO_SIMS)),
    onomondoKey: options.onomondo?.apiKey ?? `onok_${digits.slice(0, 6)}.${digits.slice(6)}`,
  };
}
