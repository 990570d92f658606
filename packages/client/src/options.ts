import { didYouMean } from "@usagewire/pagination/internal";

/**
 * Rejects what the types reject, for callers without types: a misspelled option would be ignored, and a forgotten `params`
 * would walk the whole list.
 *
 * @param hint What to do about a name that is not misspelled.
 * @throws TypeError with the unknown key and the accepted ones.
 */
export function checkKeys(
  where: string,
  given: object,
  accepted: readonly string[],
  kind = "option",
  hint = "",
): void {
  const unknown = Object.keys(given).find((key) => !accepted.includes(key));
  if (unknown === undefined) return;
  const meant = didYouMean(unknown, accepted);
  const suggestion = meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`;
  const list = accepted.join(", ") || "none";
  throw new TypeError(
    `${where}: unknown ${kind} ${JSON.stringify(unknown)}${suggestion || ";"} valid ${kind}s are ${list}${hint}`,
  );
}

/**
 * @param table What each option must be, in words that contain what `typeof` gives.
 * @throws TypeError if an option is unknown or has the wrong type.
 */
export function checkOptions(where: string, options: object, table: Readonly<Record<string, string>>): void {
  checkKeys(where, options, Object.keys(table));
  for (const [name, accepted] of Object.entries(table)) {
    const value: unknown = Reflect.get(options, name);
    if (value === undefined) continue;
    const type = value === null || typeof value === "boolean" ? String(value) : typeof value;
    if (accepted.split(" ").includes(type)) continue;
    const received =
      typeof value === "object" || typeof value === "boolean" ? type : `a value of type ${type}`;
    throw new TypeError(`option ${name} must be ${accepted}; received ${received}`);
  }
}
