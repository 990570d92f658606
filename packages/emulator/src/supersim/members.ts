import { type Listing, listOf } from "../list/listing.ts";
import { type Dimensions, GROUP_FIELDS, groupDimensions } from "./dimensions.ts";
import type { SimFleet, Weight } from "./fleet.ts";
import type { MatchedSims } from "./match-sims.ts";
import type { Group } from "./usage-query.ts";

/** What a record is about, and who adds to its usage. */
export interface Member {
  readonly dimensions: Dimensions;
  readonly parts: readonly Part[];
}

/** Some SIMs of one fleet, with their weights added up. */
export interface Part {
  readonly fleet: number;
  readonly weight: Weight;
}

/**
 * The records that each time bucket has: one for all matched SIMs, or one for each value of `Group` among
 * them.
 */
export function listMembers(
  fleet: SimFleet,
  groupWeights: () => readonly Weight[],
  { sim, groups, dimensions }: MatchedSims,
  by: Group | null,
): Listing<Member> {
  const part = (group: number, weight: Weight): Part => ({ fleet: fleet.groups[group]?.fleet ?? 0, weight });
  const partsOfSim = (index: number) => [part(index % fleet.groups.length, fleet.weight(index))];
  const partsOf = (chosen: readonly number[]) =>
    sim === null ? chosen.map((group) => part(group, groupWeights()[group] ?? NOTHING)) : partsOfSim(sim);

  if (groups.length === 0) return listOf([]);
  if (by === null) return listOf([{ dimensions, parts: partsOf(groups) }]);
  if (by === "sim") {
    const sims = sim === null ? fleet.select(groups) : listOf([sim]);
    return {
      count: sims.count,
      at: (position) => {
        const index = sims.at(position);
        return { dimensions: { ...dimensions, sim_sid: fleet.sim(index).sid }, parts: partsOfSim(index) };
      },
    };
  }
  const field = GROUP_FIELDS[by];
  const fieldOf = (group: number) => groupDimensions(fleet, group)[field];
  const values = [...new Set(groups.map(fieldOf))];
  return listOf(
    values.map((value) => ({
      dimensions: { ...dimensions, [field]: value },
      parts: partsOf(groups.filter((group) => fieldOf(group) === value)),
    })),
  );
}

const NOTHING: Weight = { upload: 0, download: 0 };
