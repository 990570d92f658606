import type { Listing } from "../list/listing.ts";
import { hashHex, hashNumber, hashText } from "../synthetic/hash.ts";
import { selectByRemainder } from "../synthetic/selection.ts";

/** What SIMs have in common that share a remainder: SIM `index` belongs to group `index % GROUPS.length`. */
export interface SimGroup {
  readonly fleet: number;
  readonly network: number;
}

const FLEETS = ["smart-meters", "vehicle-trackers", "vending-machines"] as const;

/** The country of each network. */
const NETWORK_COUNTRIES = ["US", "DE", "GB", "US", "FR", "SE", "DE", "JP"] as const;

/** Half of the SIMs are meters, a third trackers, a sixth vending machines, each on every network. */
const FLEET_SHARES = [0, 1, 0, 1, 0, 2] as const;

const GROUPS: readonly SimGroup[] = NETWORK_COUNTRIES.flatMap((_, network) =>
  FLEET_SHARES.map((fleet) => ({ fleet, network })),
);

export interface SuperSim {
  /** `HS` and 32 hexadecimal digits. */
  readonly sid: string;
  readonly uniqueName: string;
}

/** Bytes for each unit of a fleet's activity. */
export interface Weight {
  readonly upload: number;
  readonly download: number;
}

export interface Fleet {
  /** `HF` and 32 hexadecimal digits. */
  readonly sid: string;
  readonly uniqueName: string;
}

export interface Network {
  /** `HW` and 32 hexadecimal digits. */
  readonly sid: string;
  /** ISO 3166 alpha-2. */
  readonly isoCountry: string;
}

/** The SIMs of the account. Each is computed from its index, so a fleet of millions costs no memory. */
export interface SimFleet {
  /** Number of SIMs. */
  readonly size: number;
  readonly groups: readonly SimGroup[];
  readonly fleets: readonly Fleet[];
  readonly networks: readonly Network[];
  /** The SIM at an index from 0 to `size - 1`. */
  sim(index: number): SuperSim;
  weight(index: number): Weight;
  /** The index of a SIM by SID or unique name; undefined when there is none. */
  find(sidOrUniqueName: string): number | undefined;
  /** The SIMs of some groups (their numbers, ascending), by index. */
  select(groups: readonly number[]): Listing<number>;
}

export function createSimFleet(seed: string, size: number): SimFleet {
  const weights = hashText(`${seed}/supersim/weight`);
  const sims = hashText(`${seed}/supersim/sim`);
  const sid = (prefix: string, index: number) =>
    prefix + hashHex(hashText(`${seed}/supersim/${prefix}`), index, 32);

  const sim = (index: number): SuperSim => ({
    // The last eight digits are the index: a SIM is found by its SID without a table.
    sid: `HS${hashHex(sims, index, 24)}${index.toString(16).padStart(8, "0")}`,
    uniqueName: `sim-${String(index + 1).padStart(7, "0")}`,
  });

  return {
    size,
    groups: GROUPS,
    fleets: FLEETS.map((uniqueName, index) => ({ sid: sid("HF", index), uniqueName })),
    networks: NETWORK_COUNTRIES.map((isoCountry, index) => ({ sid: sid("HW", index), isoCountry })),
    sim,
    weight: (index) => ({
      upload: 5 + (hashNumber(weights, index) % 60),
      download: 20 + (hashNumber(weights + 1, index) % 200),
    }),
    find: (name) => {
      const index = name.startsWith("HS") ? Number.parseInt(name.slice(-8), 16) : Number(name.slice(4)) - 1;
      if (!(index >= 0 && index < size)) return undefined;
      const found = sim(index);
      return name === found.sid || name === found.uniqueName ? index : undefined;
    },
    select: (groups) => selectByRemainder(size, GROUPS.length, groups),
  };
}
