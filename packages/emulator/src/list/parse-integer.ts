/** A whole number written in digits, within bounds; undefined for anything else. */
export function parseInteger(text: string, minimum: number, maximum: number): number | undefined {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return value >= minimum && value <= maximum ? value : undefined;
}
