import { fromArray, type LazyList } from "../lazy-list.ts";
import type { DataRate, SimFleet } from "./fleet.ts";
import type { Group, UsageQuery } from "./query.ts";

/** The fields of a record that say what it is about. Null unless the query filters or groups by them. */
export interface Dimensions {
  readonly sim_sid: string | null;
  readonly network_sid: string | null;
  readonly fleet_sid: string | null;
  readonly iso_country: string | null;
}

/** What one record of each time bucket is about, and the SIMs whose usage it sums. */
export interface RecordGroup {
  readonly dimensions: Dimensions;
  readonly sources: readonly UsageSource[];
}

/** Some SIMs of one fleet, with their summed data rates. */
export interface UsageSource {
  /** Index of the fleet. */
  readonly fleet: number;
  readonly rate: DataRate;
}

/** The field that each value of `Group` sets. */
const GROUP_FIELDS = {
  sim: "sim_sid",
  fleet: "fleet_sid",
  network: "network_sid",
  isoCountry: "iso_country",
} as const satisfies Record<Group, keyof Dimensions>;

/**
 * Returns a function that applies the filters and the `Group` of a query: it lists one record group for all
 * selected SIMs, or one for each value of `Group`. A filter with an unknown value selects no SIMs.
 */
export function createGrouping(fleet: SimFleet): (query: UsageQuery) => LazyList<RecordGroup> {
  let cohortRates: readonly DataRate[] | undefined;
  const cohortSource = (cohort: number): UsageSource => {
    // Computed on first use, as it visits every SIM.
    cohortRates ??= sumCohortRates(fleet);
    return source(cohort, cohortRates[cohort] ?? { upload: 0, download: 0 });
  };
  const simSource = (index: number) => source(index % fleet.cohorts.length, fleet.dataRate(index));
  const source = (cohort: number, rate: DataRate): UsageSource => ({
    fleet: fleet.cohorts[cohort]?.fleet ?? 0,
    rate,
  });

  return (query) => {
    const { sim, cohorts, dimensions } = selectSims(fleet, query);
    const sourcesOf = (some: readonly number[]) => (sim === null ? some.map(cohortSource) : [simSource(sim)]);

    if (cohorts.length === 0) return fromArray([]);
    if (query.group === null) return fromArray([{ dimensions, sources: sourcesOf(cohorts) }]);
    if (query.group === "sim") {
      const sims = sim === null ? fleet.select(cohorts) : fromArray([sim]);
      return {
        count: sims.count,
        at: (position) => {
          const index = sims.at(position);
          return {
            dimensions: { ...dimensions, sim_sid: fleet.sim(index).sid },
            sources: [simSource(index)],
          };
        },
      };
    }
    const field = GROUP_FIELDS[query.group];
    const dimensionOf = (cohort: number) => cohortDimensions(fleet, cohort)[field];
    const values = [...new Set(cohorts.map(dimensionOf))];
    return fromArray(
      values.map((value) => ({
        dimensions: { ...dimensions, [field]: value },
        sources: sourcesOf(cohorts.filter((cohort) => dimensionOf(cohort) === value)),
      })),
    );
  };
}

interface SelectedSims {
  /** Index of the SIM to which `Sim` limits the query; null without that filter. */
  readonly sim: number | null;
  /** Cohorts of the selected SIMs, ascending; empty if no SIM is selected. */
  readonly cohorts: readonly number[];
  /** The dimensions that the filters set. */
  readonly dimensions: Dimensions;
}

function selectSims(fleet: SimFleet, query: UsageQuery): SelectedSims {
  const sim = query.sim === null ? null : fleet.find(query.sim);
  const fleetSid =
    fleet.fleets.find(({ sid, uniqueName }) => query.fleet === sid || query.fleet === uniqueName)?.sid ??
    query.fleet;
  const cohorts = fleet.cohorts.flatMap((_, cohort) => {
    const dimensions = cohortDimensions(fleet, cohort);
    const isSelected =
      cohort < fleet.size &&
      (sim === null || (sim !== undefined && sim % fleet.cohorts.length === cohort)) &&
      (fleetSid === null || dimensions.fleet_sid === fleetSid) &&
      (query.networkSid === null || dimensions.network_sid === query.networkSid) &&
      (query.isoCountry === null || dimensions.iso_country === query.isoCountry);
    return isSelected ? [cohort] : [];
  });
  const dimensions: Dimensions = {
    sim_sid: sim == null ? null : fleet.sim(sim).sid,
    network_sid: query.networkSid,
    fleet_sid: fleetSid,
    iso_country: query.isoCountry,
  };
  return { sim: sim ?? null, cohorts, dimensions };
}

/** Returns the dimensions that all SIMs of a cohort share. */
function cohortDimensions(fleet: SimFleet, cohort: number): Dimensions {
  const { fleet: fleetIndex, network: networkIndex } = fleet.cohorts[cohort] ?? { fleet: 0, network: 0 };
  const network = fleet.networks[networkIndex];
  return {
    sim_sid: null,
    network_sid: network?.sid ?? null,
    fleet_sid: fleet.fleets[fleetIndex]?.sid ?? null,
    iso_country: network?.isoCountry ?? null,
  };
}

function sumCohortRates(fleet: SimFleet): readonly DataRate[] {
  const sums = fleet.cohorts.map(() => ({ upload: 0, download: 0 }));
  for (let index = 0; index < fleet.size; index += 1) {
    const sum = sums[index % sums.length];
    if (sum === undefined) continue;
    const { upload, download } = fleet.dataRate(index);
    sum.upload += upload;
    sum.download += download;
  }
  return sums;
}
