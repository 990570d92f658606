import { getParam } from "../query/raw-query.ts";

/**
 * The number that the caller's own query starts from.
 *
 * @throws RangeError when it is there and not a whole number.
 */
export function startNumber(query: string, param: string): number | undefined {
  const text = getParam(query, param);
  if (text === undefined) return undefined;
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(number)) {
    throw new RangeError(
      `query parameter "${param}" is ${JSON.stringify(text)}; a walk starts at a whole number`,
    );
  }
  return number;
}
