import { type LazyList, selectByRemainder } from "../lazy-list.ts";
import { hashHex, hashNumber, hashText } from "../synthetic/hash.ts";

/** A SIM of the emulated Super SIM account. */
export interface SuperSim {
  /** `HS` and 32 hexadecimal digits. */
  readonly sid: string;
  /** `sim-` and the number of the SIM, from 1, in seven digits. */
  readonly uniqueName: string;
}

/** A fleet of the emulated Super SIM account. */
export interface SuperSimFleet {
  /** `HF` and 32 hexadecimal digits. */
  readonly sid: string;
  /** What its SIMs are used in, such as `smart-meters`. */
  readonly uniqueName: string;
}

/** A network that Super SIMs use. */
export interface SuperSimNetwork {
  /** `HW` and 32 hexadecimal digits. */
  readonly sid: string;
  /** ISO 3166-1 alpha-2 country code in upper case. */
  readonly isoCountry: string;
}

/** SIMs with the same fleet and network: SIM `index` belongs to cohort `index % cohorts.length`. */
export interface Cohort {
  /** Index into `fleets`. */
  readonly fleet: number;
  /** Index into `networks`. */
  readonly network: number;
}

/** Bytes for each unit of a fleet's activity. */
export interface DataRate {
  readonly upload: number;
  readonly download: number;
}

/** The SIMs of the account, computed from their index. */
export interface SimFleet {
  /** Number of SIMs. */
  readonly size: number;
  readonly cohorts: readonly Cohort[];
  readonly fleets: readonly SuperSimFleet[];
  readonly networks: readonly SuperSimNetwork[];
  /** Returns the SIM at an index from 0 to `size - 1`. */
  sim(index: number): SuperSim;
  /** Returns the data rate of the SIM at an index. */
  dataRate(index: number): DataRate;
  /** Returns the index of a SIM, or undefined if there is no such SIM. */
  find(sidOrUniqueName: string): number | undefined;
  /** Returns the indexes of the SIMs of some cohorts, which must be in ascending order. */
  select(cohorts: readonly number[]): LazyList<number>;
}

const FLEETS = ["smart-meters", "vehicle-trackers", "vending-machines"] as const;

/** The country of each network. */
const NETWORK_COUNTRIES = ["US", "DE", "GB", "US", "FR", "SE", "DE", "JP"] as const;

/** On each network, half of the SIMs are in meters, a third in trackers and a sixth in vending machines. */
const FLEET_SHARES = [0, 1, 0, 1, 0, 2] as const;

const COHORTS: readonly Cohort[] = NETWORK_COUNTRIES.flatMap((_, network) =>
  FLEET_SHARES.map((fleet) => ({ fleet, network })),
);

export function createSimFleet(seed: string, size: number): SimFleet {
  const rateSeed = hashText(`${seed}/supersim/weight`);
  const simSeed = hashText(`${seed}/supersim/sim`);
  const createSid = (prefix: string, index: number) =>
    prefix + hashHex(hashText(`${seed}/supersim/${prefix}`), index, 32);

  const sim = (index: number): SuperSim => ({
    // The last eight digits are the index, so that a SIM is found by its SID without a table.
    sid: `HS${hashHex(simSeed, index, 24)}${index.toString(16).padStart(8, "0")}`,
    uniqueName: `sim-${String(index + 1).padStart(7, "0")}`,
  });

  return {
    size,
    cohorts: COHORTS,
    fleets: FLEETS.map((uniqueName, index) => ({ sid: createSid("HF", index), uniqueName })),
    networks: NETWORK_COUNTRIES.map((isoCountry, index) => ({ sid: createSid("HW", index), isoCountry })),
    sim,
    dataRate: (index) => ({
      upload: 5 + (hashNumber(rateSeed, index) % 60),
      download: 20 + (hashNumber(rateSeed + 1, index) % 200),
    }),
    find: (name) => {
      const index = name.startsWith("HS") ? Number.parseInt(name.slice(-8), 16) : Number(name.slice(4)) - 1;
      if (!(index >= 0 && index < size)) return undefined;
      const { sid, uniqueName } = sim(index);
      return name === sid || name === uniqueName ? index : undefined;
    },
    select: (cohorts) => selectByRemainder(size, COHORTS.length, cohorts),
  };
}
