import { hashNumber, hashText } from "../synthetic/hash.ts";
import { CATEGORY_FAMILIES, type CategoryFamily, TOTAL_PRICE } from "./category-families.ts";

/** A category that contains no other: where usage is made up. */
export interface Leaf {
  readonly name: string;
  readonly family: CategoryFamily;
  /**
   * Counts for each unit of activity, of the account itself and of its subaccounts. Some categories are not
   * used.
   */
  readonly own: number;
  readonly subaccounts: number;
}

export interface Category {
  readonly name: string;
  /** Null: the total price. */
  readonly family: CategoryFamily | null;
  readonly leaves: readonly Leaf[];
}

/** All categories, by name. One that contains others has exactly their usage, as rows that overlap must. */
export function createCategories(seed: string): readonly Category[] {
  const weights = hashText(`${seed}/usage/weight`);
  const leaves: Leaf[] = CATEGORY_FAMILIES.flatMap((family) =>
    family.names
      .filter((name) => !family.names.some((other) => contains(name, other)))
      .map((name) => ({ name, family, ...makeUpWeights(hashNumber(weights, hashText(name)), family) })),
  );
  const categories = CATEGORY_FAMILIES.flatMap((family) =>
    family.names.map((name) => ({
      name,
      family,
      leaves: leaves.filter(
        (leaf) => leaf.family === family && (leaf.name === name || contains(name, leaf.name)),
      ),
    })),
  );
  return [...categories, { name: TOTAL_PRICE, family: null, leaves }].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

const contains = (name: string, other: string) => other.startsWith(`${name}-`);

/** What is dear is used less: a day of a category costs some dollars at most. */
function makeUpWeights(hash: number, { pricePerCount }: CategoryFamily): Pick<Leaf, "own" | "subaccounts"> {
  const unused = hash % 5 === 0;
  const most = Math.max(2, Math.floor(20_000 / pricePerCount));
  return unused
    ? { own: 0, subaccounts: 0 }
    : { own: 1 + ((hash >>> 8) % most), subaccounts: (hash >>> 20) % most };
}
