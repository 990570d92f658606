/*
 * Queries are handled as text: a provider's link goes back byte for byte, which URLSearchParams, writing its own
 * encoding, would not do.
 */

/** The raw query without a leading `?`. */
export const withoutMark = (query: string): string => (query.startsWith("?") ? query.slice(1) : query);

/** The value of the first parameter of that name, decoded. */
export const getParam = (query: string, name: string): string | undefined =>
  paramsOf(query).find((param) => param.name === name)?.value;

/** Gives the parameter this one value, in the place of its first occurrence, else at the end; other bytes stay. */
export function setParam(query: string, name: string, value: string): string {
  const params = paramsOf(query);
  const first = params.findIndex((param) => param.name === name);
  const raws = params.filter((param) => param.name !== name).map(({ raw }) => raw);
  raws.splice(first === -1 ? raws.length : first, 0, `${encodeName(name)}=${encodeURIComponent(value)}`);
  return raws.join("&");
}

/** Drops the parameters of these names; other bytes stay. */
export function removeParams(query: string, names: readonly (string | undefined)[]): string {
  if (names.length === 0) return query;
  const kept = paramsOf(query).filter(({ name }) => !names.includes(name));
  return kept.map(({ raw }) => raw).join("&");
}

/** Name and value of every parameter, decoded, in order. */
export const decodedPairs = (query: string): [name: string, value: string][] =>
  paramsOf(query).map(({ name, value }) => [name, value]);

const paramsOf = (query: string): { raw: string; name: string; value: string }[] =>
  query
    .split("&")
    .filter((raw) => raw !== "")
    .map((raw) => {
      const nameEnd = `${raw}=`.indexOf("=");
      return { raw, name: decode(raw.slice(0, nameEnd)), value: decode(raw.slice(nameEnd + 1)) };
    });

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
