/** Options of this kind are whole numbers from 1 on. @throws RangeError for anything else */
export function checkCount(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new RangeError(`${name} must be a whole number from 1 on, not ${value}.`);
}
