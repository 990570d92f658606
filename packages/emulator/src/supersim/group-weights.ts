import type { SimFleet, Weight } from "./fleet.ts";

/**
 * The weights of the SIMs of each group, added up: one pass over the fleet, made when they are first asked
 * for.
 */
export function createGroupWeights(fleet: SimFleet): () => readonly Weight[] {
  let weights: readonly Weight[] | undefined;
  return () => {
    weights ??= addUp(fleet);
    return weights;
  };
}

function addUp(fleet: SimFleet): readonly Weight[] {
  const sums = fleet.groups.map(() => ({ upload: 0, download: 0 }));
  for (let index = 0; index < fleet.size; index += 1) {
    const sum = sums[index % sums.length];
    const weight = fleet.weight(index);
    if (sum === undefined) continue;
    sum.upload += weight.upload;
    sum.download += weight.download;
  }
  return sums;
}
