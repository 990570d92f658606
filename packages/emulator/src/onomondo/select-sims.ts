import { type Listing, listOf } from "../list/listing.ts";
import type { SimRegister } from "./sims.ts";
import type { UsageQuery } from "./usage-query.ts";

/** The SIMs that pass all filters. One that names nothing known matches nothing. */
export function selectSims(
  register: SimRegister,
  { simIds, countryCodes }: Pick<UsageQuery, "simIds" | "countryCodes">,
): Listing<number> {
  const [simId, otherSim] = new Set(simIds);
  const [country, otherCountry] = new Set(countryCodes);
  if (otherSim !== undefined || otherCountry !== undefined) return listOf<number>([]);
  if (simId === undefined) return country === undefined ? register.all : register.inCountry(country);
  const sim = register.find(simId);
  const matches = sim !== undefined && (country === undefined || register.sim(sim).countryCode === country);
  return listOf(matches ? [sim] : []);
}
