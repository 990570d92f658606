import type { SimFleet } from "./fleet.ts";

/** The fields of a record that say what it is about; null unless filtered or grouped by. */
export interface Dimensions {
  readonly sim_sid: string | null;
  readonly network_sid: string | null;
  readonly fleet_sid: string | null;
  readonly iso_country: string | null;
}

export const NO_DIMENSIONS: Dimensions = {
  sim_sid: null,
  network_sid: null,
  fleet_sid: null,
  iso_country: null,
};

/** The field that each value of `Group` fills. */
export const GROUP_FIELDS = {
  sim: "sim_sid",
  fleet: "fleet_sid",
  network: "network_sid",
  isoCountry: "iso_country",
} as const;

/** The dimensions of the SIMs of a group, all but their own. */
export function groupDimensions(fleet: SimFleet, group: number): Dimensions {
  const { fleet: fleetIndex, network: networkIndex } = fleet.groups[group] ?? { fleet: 0, network: 0 };
  const network = fleet.networks[networkIndex];
  return {
    sim_sid: null,
    network_sid: network?.sid ?? null,
    fleet_sid: fleet.fleets[fleetIndex]?.sid ?? null,
    iso_country: network?.isoCountry ?? null,
  };
}
