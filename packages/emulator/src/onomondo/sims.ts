import type { Listing } from "../list/listing.ts";
import { selectByRemainder } from "../synthetic/selection.ts";
import { iccidOf, simIdOf } from "./iccid.ts";

export interface OnomondoSim {
  /** Nine digits, leading zeros included. */
  readonly id: string;
  /** 20 digits. */
  readonly iccid: string;
  /** ISO 3166 alpha-2, lower case. */
  readonly countryCode: string;
  readonly network: { readonly mcc: string; readonly mnc: string };
  readonly tagId: string;
}

/** The SIMs of the organization, computed from their index. */
export interface SimRegister {
  /** Number of SIMs. */
  readonly size: number;
  /** Every SIM has one of them. */
  readonly tagIds: readonly string[];
  /** The SIM at an index from 0 to `size - 1`. */
  sim(index: number): OnomondoSim;
  /** The index of a SIM by id or ICCID; undefined when there is none. */
  find(idOrIccid: string): number | undefined;
  readonly all: Listing<number>;
  inCountry(countryCode: string): Listing<number>;
  withTag(tagId: string): Listing<number>;
}

/** SIM `index` is in country `index % HOMES.length`. */
const HOMES = [
  { countryCode: "dk", network: { mcc: "238", mnc: "66" } },
  { countryCode: "de", network: { mcc: "262", mnc: "01" } },
  { countryCode: "se", network: { mcc: "240", mnc: "07" } },
  { countryCode: "us", network: { mcc: "310", mnc: "410" } },
  { countryCode: "gb", network: { mcc: "234", mnc: "10" } },
] as const;

/** SIM `index` has tag `index % TAG_IDS.length`. The first is the one that the documentation shows. */
const TAG_IDS: readonly string[] = [
  "036eb4b3-4f6a-4a9a-b10c-6306ac5088a3",
  "5d1f0c52-9b1e-4c55-8f0a-3e1f7c0a2b64",
  "c2a9e7d8-60b3-4d19-9a77-0b8d5f4e1c30",
];

export function createSimRegister(size: number): SimRegister {
  return {
    size,
    tagIds: TAG_IDS,
    sim: (index) => {
      const id = String(index + 1).padStart(9, "0");
      const home = HOMES[index % HOMES.length] ?? HOMES[0];
      return { id, iccid: iccidOf(id), ...home, tagId: TAG_IDS[index % TAG_IDS.length] ?? "" };
    },
    find: (idOrIccid) => {
      const id = /^\d{9}$/.test(idOrIccid) ? idOrIccid : simIdOf(idOrIccid);
      const index = Number(id) - 1;
      return index >= 0 && index < size ? index : undefined;
    },
    all: { count: size, at: (index) => index },
    inCountry: (countryCode) => {
      const country = HOMES.findIndex((home) => home.countryCode === countryCode);
      return selectByRemainder(size, HOMES.length, country < 0 ? [] : [country]);
    },
    withTag: (tagId) => {
      const tag = TAG_IDS.indexOf(tagId);
      return selectByRemainder(size, TAG_IDS.length, tag < 0 ? [] : [tag]);
    },
  };
}
