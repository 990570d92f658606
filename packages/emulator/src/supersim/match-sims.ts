import { type Dimensions, groupDimensions, NO_DIMENSIONS } from "./dimensions.ts";
import type { SimFleet } from "./fleet.ts";
import type { UsageQuery } from "./usage-query.ts";

/** The SIMs that pass a query's filters: those of some groups, or one of them. */
export interface MatchedSims {
  /** Index of the one SIM asked for; null: every SIM of the groups. */
  readonly sim: number | null;
  /** Group numbers, ascending; none when nothing matches. */
  readonly groups: readonly number[];
  /** The dimensions that the filters fix. */
  readonly dimensions: Dimensions;
}

/** Applies the filters. One that names nothing known matches nothing. */
export function matchSims(fleet: SimFleet, query: UsageQuery): MatchedSims {
  const sim = query.sim === null ? null : fleet.find(query.sim);
  const fleetSid =
    fleet.fleets.find(({ sid, uniqueName }) => query.fleet === sid || query.fleet === uniqueName)?.sid ??
    query.fleet;
  const groups = fleet.groups.flatMap((_, group) => {
    const dimensions = groupDimensions(fleet, group);
    const passes =
      group < fleet.size &&
      (sim === null || (sim !== undefined && sim % fleet.groups.length === group)) &&
      (fleetSid === null || dimensions.fleet_sid === fleetSid) &&
      (query.networkSid === null || dimensions.network_sid === query.networkSid) &&
      (query.isoCountry === null || dimensions.iso_country === query.isoCountry);
    return passes ? [group] : [];
  });
  const dimensions: Dimensions = {
    ...NO_DIMENSIONS,
    sim_sid: sim == null ? null : fleet.sim(sim).sid,
    fleet_sid: fleetSid,
    network_sid: query.networkSid,
    iso_country: query.isoCountry,
  };
  return { sim: sim ?? null, groups, dimensions };
}
