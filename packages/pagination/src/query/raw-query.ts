/*
 * Queries are handled as text: a provider's link goes back byte for byte, which URLSearchParams, writing its own
 * encoding, would not do.
 */

/** The raw query without a leading `?`. */
export const withoutMark = (query: string): string => (query.startsWith("?") ? query.slice(1) : query);

/** The value of the first parameter of that name, decoded. */
export function getParam(query: string, name: string): string | undefined {
  const pair = rawPairs(query).find((raw) => nameOf(raw) === name);
  return pair === undefined ? undefined : decode(pair.slice(rawName(pair).length + 1));
}

/** Gives the parameter this one value, in the place of its first occurrence, else at the end; other bytes stay. */
export function setParam(query: string, name: string, value: string): string {
  const pair = `${encodeName(name)}=${encodeURIComponent(value)}`;
  const pairs = rawPairs(query);
  const at = pairs.findIndex((raw) => nameOf(raw) === name);
  if (at === -1) return [...pairs, pair].join("&");
  return pairs.flatMap((raw, index) => (index === at ? [pair] : nameOf(raw) === name ? [] : [raw])).join("&");
}

/** Drops the parameters of these names; other bytes stay. */
export function removeParams(query: string, names: readonly string[]): string {
  if (names.length === 0) return query;
  return rawPairs(query)
    .filter((raw) => !names.includes(nameOf(raw)))
    .join("&");
}

/** Name and value of every parameter, decoded, in order. */
export const decodedPairs = (query: string): [name: string, value: string][] =>
  rawPairs(query).map((raw) => [nameOf(raw), decode(raw.slice(rawName(raw).length + 1))]);

const rawPairs = (query: string): string[] => query.split("&").filter((raw) => raw !== "");

const rawName = (raw: string): string => {
  const end = raw.indexOf("=");
  return end === -1 ? raw : raw.slice(0, end);
};

const nameOf = (raw: string): string => decode(rawName(raw));

/** Brackets stay readable, as in `page[number]`: every provider that uses them accepts them so. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replaceAll("%5B", "[").replaceAll("%5D", "]");

function decode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    // A lone percent sign is what some servers write; it then stands for itself.
    return spaced;
  }
}
