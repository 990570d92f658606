import { createHash } from "node:crypto";

/** Random numbers that follow from a seed. */
export interface Random {
  /** Whether something of this probability happens. */
  chance(probability: number): boolean;
  /** From `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** @throws RangeError when there is nothing to choose from */
  pick<T>(choices: readonly T[]): T;
}

export function createRandom(seed: string): Random {
  let drawn = 0;
  const draw = () => {
    drawn += 1;
    return createHash("md5").update(`${seed}/${drawn}`).digest().readUInt32BE() / 2 ** 32;
  };
  const integer = (least: number, most: number) => least + Math.floor(draw() * (most - least + 1));
  return {
    chance: (probability) => draw() < probability,
    integer,
    pick: (choices) => {
      const [choice] = choices.slice(integer(0, choices.length - 1));
      if (choice === undefined) throw new RangeError("There is nothing to choose from.");
      return choice;
    },
  };
}
