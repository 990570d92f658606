import { hashNumber, hashText } from "../synthetic/hash.ts";

/** Categories with the same units and price. */
interface CategoryFamily {
  readonly countUnit: string;
  readonly usageUnit: string;
  /** Usage for each count, in hundredths of a usage unit. */
  readonly usagePerCount: number;
  /** Price of each count, in 1e-5 USD. */
  readonly pricePerCount: number;
  /** Category names. A name contains those that continue it: `sms` contains `sms-inbound`. */
  readonly names: readonly string[];
}

/** A category that contains no other. Only leaves have usage of their own. */
interface Leaf {
  readonly name: string;
  readonly family: CategoryFamily;
  /** Counts of the account itself for each unit of activity. 0 for an unused category. */
  readonly own: number;
  /** Counts of its subaccounts for each unit of activity. */
  readonly subaccounts: number;
}

export interface Category {
  readonly name: string;
  /** Null for the total price, which has no count. */
  readonly family: CategoryFamily | null;
  /** The leaves that the category contains. Its usage is the sum of theirs. */
  readonly leaves: readonly Leaf[];
}

/** The category whose price is the total of all others. */
export const TOTAL_PRICE = "totalprice";

/** Returns all categories, sorted by name. */
export function createCategories(seed: string): readonly Category[] {
  const countSeed = hashText(`${seed}/usage/weight`);
  const leaves: Leaf[] = FAMILIES.flatMap((family) =>
    family.names
      .filter((name) => !family.names.some((other) => contains(name, other)))
      .map((name) => ({ name, family, ...generateCounts(hashNumber(countSeed, hashText(name)), family) })),
  );
  const categories = FAMILIES.flatMap((family) =>
    family.names.map((name) => ({
      name,
      family,
      leaves: leaves.filter(
        (leaf) => leaf.family === family && (leaf.name === name || contains(name, leaf.name)),
      ),
    })),
  );
  return [...categories, { name: TOTAL_PRICE, family: null, leaves }].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

const contains = (name: string, other: string) => other.startsWith(`${name}-`);

/** Returns counts for each unit of activity: the higher the price, the lower the counts. */
function generateCounts(hash: number, { pricePerCount }: CategoryFamily): Pick<Leaf, "own" | "subaccounts"> {
  if (hash % 5 === 0) return { own: 0, subaccounts: 0 };
  const limit = Math.max(2, Math.floor(20_000 / pricePerCount));
  return { own: 1 + ((hash >>> 8) % limit), subaccounts: (hash >>> 20) % limit };
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * About a hundred of Twilio's categories; its documents listed 643 in 2025 (specs/SOURCES.md). The prices are
 * of the right order of magnitude, but not Twilio's.
 */
const FAMILIES: readonly CategoryFamily[] = [
  {
    countUnit: "calls",
    usageUnit: "minutes",
    usagePerCount: 270,
    pricePerCount: 2295,
    names: words(`
      calls calls-client calls-globalconference calls-inbound calls-inbound-local calls-inbound-mobile
      calls-inbound-tollfree calls-outbound calls-sip calls-sip-inbound calls-sip-outbound`),
  },
  {
    countUnit: "recordings",
    usageUnit: "minutes",
    usagePerCount: 410,
    pricePerCount: 1025,
    names: words(`
      calls-recordings recordings transcriptions trunking-recordings`),
  },
  {
    countUnit: "messages",
    usageUnit: "messages",
    usagePerCount: 100,
    pricePerCount: 750,
    names: words(`
      sms sms-inbound sms-inbound-longcode sms-inbound-shortcode sms-messages-carrierfees sms-outbound
      sms-outbound-content-inspection sms-outbound-longcode sms-outbound-shortcode`),
  },
  {
    countUnit: "messages",
    usageUnit: "messages",
    usagePerCount: 100,
    pricePerCount: 2000,
    names: words(`
      mms mms-inbound mms-inbound-longcode mms-inbound-shortcode mms-messages-carrierfees mms-outbound
      mms-outbound-longcode mms-outbound-shortcode`),
  },
  {
    countUnit: "numbers",
    usageUnit: "numbers",
    usagePerCount: 100,
    pricePerCount: 3333,
    names: words(`
      phonenumbers phonenumbers-cps phonenumbers-emergency phonenumbers-local phonenumbers-mobile
      phonenumbers-setups phonenumbers-tollfree`),
  },
  {
    countUnit: "short codes",
    usageUnit: "short codes",
    usagePerCount: 100,
    pricePerCount: 166_666,
    names: words(`
      shortcodes shortcodes-customerowned shortcodes-mms-enablement shortcodes-mps shortcodes-random
      shortcodes-uk shortcodes-vanity`),
  },
  {
    countUnit: "calls",
    usageUnit: "minutes",
    usagePerCount: 310,
    pricePerCount: 1550,
    names: words(`
      trunking-cps trunking-emergency-calls trunking-origination trunking-origination-local
      trunking-origination-mobile trunking-origination-tollfree trunking-secure trunking-termination`),
  },
  {
    countUnit: "devices",
    usageUnit: "megabytes",
    usagePerCount: 1250,
    pricePerCount: 125_000,
    names: words(`
      wireless wireless-orders wireless-usage wireless-usage-commands wireless-usage-data`),
  },
  {
    countUnit: "requests",
    usageUnit: "requests",
    usagePerCount: 100,
    pricePerCount: 500,
    names: words(`
      carrier-lookups lookups monitor monitor-reads monitor-storage monitor-writes`),
  },
  {
    countUnit: "files",
    usageUnit: "gigabytes",
    usagePerCount: 3,
    pricePerCount: 50,
    names: words(`
      mediastorage recordingstorage video-recordings`),
  },
  {
    countUnit: "tasks",
    usageUnit: "tasks",
    usagePerCount: 100,
    pricePerCount: 7500,
    names: words(`
      proxy proxy-active-sessions studio-engagements taskrouter-tasks`),
  },
  {
    countUnit: "sessions",
    usageUnit: "megabytes",
    usagePerCount: 840,
    pricePerCount: 336,
    names: words(`
      turnmegabytes turnmegabytes-australia turnmegabytes-brasil turnmegabytes-germany turnmegabytes-india
      turnmegabytes-ireland turnmegabytes-japan turnmegabytes-singapore turnmegabytes-useast
      turnmegabytes-uswest`),
  },
  {
    countUnit: "participants",
    usageUnit: "minutes",
    usagePerCount: 1130,
    pricePerCount: 1695,
    names: words(`
      group-rooms-participant-minutes peer-to-peer-rooms-participant-minutes pv-room-participants
      pv-room-participants-au1 pv-room-participants-br1 pv-room-participants-ie1 pv-room-participants-jp1
      pv-room-participants-sg1 pv-room-participants-us1 pv-room-participants-us2 small-group-rooms`),
  },
  {
    countUnit: "actions",
    usageUnit: "actions",
    usagePerCount: 100,
    pricePerCount: 4500,
    names: words(`
      authy-authentications authy-calls-outbound authy-monthly-fees authy-phone-intelligence
      authy-phone-verifications authy-sms-outbound notify notify-actions-attempts notify-channels
      verify-push`),
  },
  {
    countUnit: "actions",
    usageUnit: "actions",
    usagePerCount: 100,
    pricePerCount: 10,
    names: words(`
      sync-actions sync-endpoint-hours`),
  },
];
