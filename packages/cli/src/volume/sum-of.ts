import { DecimalSum } from "./decimal-sum.ts";
import { fieldOf } from "./field-of.ts";
import type { Volume } from "./volume.ts";

/** The sum of a numeric field; records without it add nothing. */
export function sumOf(field: string, unit: string): Volume {
  const sum = new DecimalSum();
  let found = false;
  return {
    add(record) {
      if (sum.add(fieldOf(record, field))) found = true;
    },
    total: () => (found ? { value: sum.toString(), unit } : undefined),
  };
}
