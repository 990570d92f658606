/**
 * Formats an integer of the smallest unit as exact decimal text without trailing zeros: 30 with 2 decimals is
 * `"0.3"`.
 */
export function formatDecimal(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}
