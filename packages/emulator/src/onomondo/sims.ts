import { fromArray, type LazyList, selectByRemainder } from "../lazy-list.ts";
import type { UsageQuery } from "./query.ts";

/** A SIM of the emulated Onomondo organization. */
export interface OnomondoSim {
  /** Nine digits, with leading zeros. */
  readonly id: string;
  /** 20 digits. */
  readonly iccid: string;
  /** ISO 3166-1 alpha-2 country code in lower case. */
  readonly countryCode: string;
  /** Mobile country code and mobile network code. */
  readonly network: { readonly mcc: string; readonly mnc: string };
  /** UUID of the SIM's tag. */
  readonly tagId: string;
}

/** The SIMs of the organization, computed from their index. */
export interface SimInventory {
  /** Number of SIMs. */
  readonly size: number;
  /** Tags; every SIM has one of them. */
  readonly tagIds: readonly string[];
  /** Returns the SIM at an index from 0 to `size - 1`. */
  sim(index: number): OnomondoSim;
  /** Returns the index of a SIM, or undefined if there is no such SIM. */
  find(idOrIccid: string): number | undefined;
  /** Returns the indexes of the SIMs that match all filters. An unknown value matches no SIM. */
  select(filters: Pick<UsageQuery, "simIds" | "countryCodes">): LazyList<number>;
  /** Returns the indexes of the SIMs with a tag. */
  withTag(tagId: string): LazyList<number>;
}

/** SIM `index` is in country `index % HOMES.length`. */
const HOMES = [
  { countryCode: "dk", network: { mcc: "238", mnc: "66" } },
  { countryCode: "de", network: { mcc: "262", mnc: "01" } },
  { countryCode: "se", network: { mcc: "240", mnc: "07" } },
  { countryCode: "us", network: { mcc: "310", mnc: "410" } },
  { countryCode: "gb", network: { mcc: "234", mnc: "10" } },
] as const;

/** SIM `index` has tag `index % TAG_IDS.length`. The first is the example in Onomondo's documentation. */
const TAG_IDS: readonly string[] = [
  "036eb4b3-4f6a-4a9a-b10c-6306ac5088a3",
  "5d1f0c52-9b1e-4c55-8f0a-3e1f7c0a2b64",
  "c2a9e7d8-60b3-4d19-9a77-0b8d5f4e1c30",
];

export function createSimInventory(size: number): SimInventory {
  const sim = (index: number): OnomondoSim => {
    const id = String(index + 1).padStart(9, "0");
    const home = HOMES[index % HOMES.length] ?? HOMES[0];
    return { id, iccid: iccidOf(id), ...home, tagId: TAG_IDS[index % TAG_IDS.length] ?? "" };
  };
  const find = (idOrIccid: string): number | undefined => {
    const id = /^\d{9}$/.test(idOrIccid) ? idOrIccid : simIdOf(idOrIccid);
    const index = Number(id) - 1;
    return index >= 0 && index < size ? index : undefined;
  };
  const inCountry = (countryCode: string): LazyList<number> => {
    const home = HOMES.findIndex((candidate) => candidate.countryCode === countryCode);
    return selectByRemainder(size, HOMES.length, home < 0 ? [] : [home]);
  };

  return {
    size,
    tagIds: TAG_IDS,
    sim,
    find,
    select: ({ simIds, countryCodes }) => {
      const [simId, otherSimId] = new Set(simIds);
      const [country, otherCountry] = new Set(countryCodes);
      if (otherSimId !== undefined || otherCountry !== undefined) return fromArray<number>([]);
      if (simId !== undefined) {
        const index = find(simId);
        const matches = index !== undefined && (country === undefined || sim(index).countryCode === country);
        return fromArray(matches ? [index] : []);
      }
      return country === undefined ? { count: size, at: (index) => index } : inCountry(country);
    },
    withTag: (tagId) => {
      const tag = TAG_IDS.indexOf(tagId);
      return selectByRemainder(size, TAG_IDS.length, tag < 0 ? [] : [tag]);
    },
  };
}

const ICCID_ISSUER = "8945738730";

/** Returns the ICCID of a SIM: issuer, SIM ID and check digit. */
export function iccidOf(simId: string): string {
  const digits = ICCID_ISSUER + simId;
  return digits + luhnCheckDigit(digits);
}

/** Returns the SIM ID in an ICCID, or undefined if its issuer or check digit is wrong. */
export function simIdOf(iccid: string): string | undefined {
  const simId = iccid.slice(ICCID_ISSUER.length, -1);
  return iccidOf(simId) === iccid ? simId : undefined;
}

function luhnCheckDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[index]);
    const doubled = (digits.length - index) % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
