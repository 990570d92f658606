import type { BaseScheme } from "./scheme.ts";

/*
 * Queries are handled as text, without "?": a provider's link is sent back byte for byte, which URLSearchParams would
 * encode again in its own way.
 */

/** Removes a leading `?`. */
export const withoutMark = (query: string): string => (query.startsWith("?") ? query.slice(1) : query);

/** Returns the decoded value of the first parameter with this name. */
export const getParam = (query: string, name: string): string | undefined =>
  parseQuery(query).find((param) => param.name === name)?.value;

/** Sets a parameter to one value, in the place of its first occurrence or at the end. All other bytes stay. */
export function setParam(query: string, name: string, value: string): string {
  const params = parseQuery(query);
  const first = params.findIndex((param) => param.name === name);
  const raws = params.filter((param) => param.name !== name).map(({ raw }) => raw);
  raws.splice(first === -1 ? raws.length : first, 0, `${encodeName(name)}=${encode(value)}`);
  return raws.join("&");
}

/** Removes the parameters with these names. All other bytes stay. */
export function removeParams(query: string, names: readonly (string | undefined)[]): string {
  if (names.length === 0) return query;
  const kept = parseQuery(query).filter(({ name }) => !names.includes(name));
  return kept.map(({ raw }) => raw).join("&");
}

/** Returns the name and value of every parameter, decoded, in order. */
export const decodedPairs = (query: string): [name: string, value: string][] =>
  parseQuery(query).map(({ name, value }) => [name, value]);

/** Returns the same text for queries that mean the same: decoded, sorted by name, in order within a name. */
export function canonicalQuery(query: string): string {
  // The sort is stable, which keeps repeated parameters in order.
  const pairs = decodedPairs(query).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify(pairs);
}

/**
 * Returns the page size of a walk in records; `undefined` leaves it to the caller's query and the provider.
 *
 * With a limit the pages are evened out: 250 records at up to 200 per page are requested as 125 and 125. The size stays the
 * same for the whole walk because links and page numbers only fit the size that they were made with.
 */
export function walkPageSize(
  { pageSize }: BaseScheme,
  query: string,
  limit: number | undefined,
): number | undefined {
  if (pageSize === undefined) return undefined;
  const given = getParam(query, pageSize.param);
  // A size that is not a number is sent as it is: the provider explains best what is wrong with it.
  if (given !== undefined && !/^[1-9]\d{0,14}$/.test(given)) return undefined;
  const size = given === undefined ? pageSize.default : Number(given);
  if (limit === undefined || limit === 0) return size;
  const cap = size ?? pageSize.maximum;
  return cap === undefined ? undefined : Math.ceil(limit / Math.ceil(limit / cap));
}

/** Returns the query with the page size of the walk. */
export const withPageSize = ({ pageSize }: BaseScheme, query: string, size: number | undefined): string =>
  pageSize && size !== undefined ? setParam(query, pageSize.param, String(size)) : query;

const parseQuery = (query: string): { raw: string; name: string; value: string }[] =>
  query
    .split("&")
    .filter((raw) => raw !== "")
    .map((raw) => {
      const nameEnd = `${raw}=`.indexOf("=");
      return { raw, name: decode(raw.slice(0, nameEnd)), value: decode(raw.slice(nameEnd + 1)) };
    });

/** Leaves brackets readable, as in `page[number]`: every provider that uses them accepts them unencoded. */
const encodeName = (name: string): string => encode(name).replaceAll("%5B", "[").replaceAll("%5D", "]");

/** Replaces half of a surrogate pair as `URLSearchParams` does, where `encodeURIComponent` throws. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));

function decode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Some servers write a percent sign without encoding it.
    return spaced;
  }
}
