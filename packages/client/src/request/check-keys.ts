/**
 * Refuses what the types refuse, for callers without types: a misspelt option would be ignored, a forgotten `params`
 * would walk the whole list.
 *
 * @throws TypeError that names the key and what is accepted.
 */
export function checkKeys(where: string, given: object, accepted: readonly string[]): void {
  const unknown = Object.keys(given).find((key) => !accepted.includes(key));
  if (unknown === undefined) return;
  throw new TypeError(`${where} takes no ${JSON.stringify(unknown)}; accepted are ${accepted.join(", ")}`);
}
