import { DecimalSum } from "./decimal-sum.ts";
import { fieldOf } from "./field-of.ts";
import type { Volume } from "./volume.ts";

/**
 * What Twilio's usage records cost. Their categories overlap (`sms` contains `sms-inbound`) and count in different
 * units, so that rows do not add up; but `totalprice` contains them all, once per period. Without it, or with several
 * currencies, there is no total.
 */
export function totalPrice(): Volume {
  const sum = new DecimalSum();
  const units = new Set<unknown>();
  return {
    add(record) {
      if (fieldOf(record, "category") !== "totalprice") return;
      if (sum.add(fieldOf(record, "price"))) units.add(fieldOf(record, "price_unit"));
    },
    total() {
      const [unit] = units;
      return units.size === 1 ? { value: sum.toString(), unit: String(unit ?? "") } : undefined;
    },
  };
}
