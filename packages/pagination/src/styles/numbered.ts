import { hash } from "../cursor.ts";
import { ON_REPEAT_HINT, repeatFailure, WalkFailure } from "../errors.ts";
import { getParam, removeParams, setParam, withPageSize } from "../query.ts";
import { countReader, type ResponseReader } from "../response.ts";
import type { BaseScheme, ResponseExpression } from "../scheme.ts";
import type { Paginator } from "./style.ts";

/**
 * What ends a numbered list: `total`, all records or pages of a known total were read; `short`, a page with fewer records
 * than requested (only if the provider promises full pages); `empty`, a page without records; `next`, `hasMore` is false.
 */
export type ListEnd = "next" | "total" | "short" | "empty";

/** What schemes with numbers in the query have in common. */
export interface NumberedScheme extends BaseScheme {
  /** The query parameter that sends the number. */
  readonly param: string;
  /** What ends the list. Defaults to `next` with `hasMore`, else `total` with a total, else `empty`. */
  readonly end?: ListEnd;
}

/** How a style numbers its pages. */
export interface Numbering {
  /** The number of the first page. */
  readonly start: number;
  /** Records before that page; `undefined` if unknown. */
  readonly read: number | undefined;
  /** The number of the page after one that held this many records. */
  advance(number: number, received: number): number;
  /** A number that starts within the first page of a list, if the style has one. */
  readonly inside?: number;
  /** How many pages there are up to and including this number; `undefined` if unknown. */
  pages(number: number): number | undefined;
  /** Where a response gives the number of pages. */
  readonly totalPages?: ResponseExpression | undefined;
}

/** Farther than lists reach, and still an offset that fits 32 bits. */
const FAR_PAGES = 100_000;

/** The paginator of a list whose pages are requested by number, and which may not say where it ends. */
export function numbered(
  scheme: NumberedScheme,
  base: string,
  reader: ResponseReader,
  pageSize: number | undefined,
  numbering: Numbering,
): Paginator {
  const end = listEnd(scheme, numbering);
  const totalPages = countReader(numbering.totalPages);
  const later = removeParams(base, scheme.firstPageOnly ?? []);
  const start: NumberedPosition = {
    number: numbering.start,
    read: numbering.read,
    digest: "",
    server: "unknown",
  };
  const parse = (position: string) => (position === "" ? start : parsePosition(position));
  const queryOf = (number: number) => setParam(later, scheme.param, String(number));

  const next: Paginator["next"] = async (position, page, onRepeat, readPage) => {
    const { items, body, headers, total } = page;
    const here = parse(position);
    const read = here.read === undefined ? undefined : here.read + items.length;
    const evidence: EndEvidence = {
      received: items.length,
      pageSize,
      read,
      pages: numbering.pages(here.number),
      hasMore: reader.hasMore(body, headers),
      total,
      totalPages: totalPages(body, headers),
    };
    const last = isLastPage(end, evidence);
    if (last === true) return {};

    const number = numbering.advance(here.number, items.length);
    // The next page may be this one again: some servers repeat the last page past the end, others ignore the number.
    const compared = onRepeat !== "allow" && here.server !== "ends" && items.length > 0;
    const digest = compared ? digestOf(items) : "";
    const continued = (server: ServerBehavior) => ({
      position: formatPosition({ number, read, digest: server === "ends" ? "" : digest, server }),
      pagesLeft: pagesLeft(evidence),
    });
    if (digest === "" || digest !== here.digest) {
      return continued(here.server === "unknown" && here.digest !== "" ? "moves" : here.server);
    }

    if (onRepeat === "stop" && last === undefined) return { discard: true };
    const farNumber = here.number + FAR_PAGES * (number - here.number);
    // Many servers refuse a number past the end. If the response says that there are more records, that is no obstacle.
    const far = await readPage(queryOf(farNumber)).catch((failure: WalkFailure) =>
      last === false ? undefined : checkFailed(failure),
    );
    if (far === undefined) return continued(here.server);
    if (digestOf(far.items) !== digestOf(items)) return continued("ends");
    if (onRepeat === "stop") return { discard: true };
    // A server that has sent two different pages uses the number, and repeats its last page past the end.
    if (last === undefined && (here.server === "moves" || (await usesNumber(items, farNumber, readPage)))) {
      return { discard: true };
    }
    return { discard: true, failure: repeatFailure(ignored(scheme.param)) };
  };

  /**
   * Whether a server that has sent its first page again uses the number, so that this page is the whole list. Then the last
   * record alone differs from the first, and a page that starts within the list differs from the list. Returns `false` also
   * if the responses cannot tell.
   */
  const usesNumber = async (
    items: readonly unknown[],
    farNumber: number,
    readPage: Parameters<Paginator["next"]>[3],
  ): Promise<boolean> => {
    const { pageSize: size } = scheme;
    const number = size === undefined ? numbering.inside : farNumber;
    if (number === undefined) return false;
    const probe = await readPage(withPageSize(scheme, queryOf(number), 1)).catch(checkFailed);
    const same = size === undefined ? items : items.slice(0, probe.items.length);
    return digestOf(probe.items) !== digestOf(same);
  };

  return {
    // The caller's own query requests the first page, or the one that the caller starts from.
    query: (position) => (position === "" ? base : queryOf(parse(position).number)),
    next,
    predict: (position, records, pages) => {
      let { number } = parse(position);
      return Array.from({ length: pages }, () => {
        number = numbering.advance(number, records);
        return queryOf(number);
      });
    },
  };
}

/**
 * Returns the number that the caller's own query starts from, if it has one.
 *
 * @throws RangeError if it is not a whole number.
 */
export function startNumber(query: string, param: string): number | undefined {
  const text = getParam(query, param);
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new RangeError(
    `query parameter "${param}" must be a whole number to start from; received ${JSON.stringify(text)}`,
  );
}

function checkFailed(failure: WalkFailure): never {
  const what =
    "two pages in a row have the same records, and the request that checks for the end of the list failed";
  throw new WalkFailure("request", what + ON_REPEAT_HINT, { cause: failure.cause ?? failure });
}

const ignored = (param: string): string =>
  `the page has the same records as the page before it, so the server may ignore the query parameter "${param}"`;

/** With the length, an accidental match is rarer by orders of magnitude. */
function digestOf(items: readonly unknown[]): string {
  const text = textOf(items);
  return `${text.length.toString(36)}-${hash(text)}`;
}

/** The records as JSON or, if they nest too deep for that or hold a bigint, their names and values in order. */
function textOf(items: readonly unknown[]): string {
  try {
    return JSON.stringify(items);
  } catch {
    const text: string[] = [];
    const rest: unknown[] = [items];
    const seen = new Set<unknown>();
    while (rest.length > 0) {
      const value = rest.pop();
      const isObject = typeof value === "object" && value !== null;
      text.push(isObject ? "{" : `${typeof value} ${String(value)}`);
      if (!isObject || seen.has(value)) continue;
      seen.add(value);
      for (const entry of Object.entries(value)) rest.push(...entry);
    }
    return text.join();
  }
}

/** What the position of a page holds, so that a walk resumed in another process ends as the first one would have. */
interface NumberedPosition {
  /** Records to skip, or the number of the page. */
  readonly number: number;
  /** Records read before this page; `undefined` if unknown. */
  readonly read: number | undefined;
  /** Digest of the records of the page before this one; `""` if it is not needed. */
  readonly digest: string;
  readonly server: ServerBehavior;
}

/**
 * What the responses so far say about the server. `"moves"`: two pages in a row have differed, so it uses the number.
 * `"ends"`: far past the end it does not repeat its last page, so two identical pages are real records.
 */
type ServerBehavior = "unknown" | "moves" | "ends";

/** A position holds the index. */
const SERVER_BEHAVIORS: readonly ServerBehavior[] = ["unknown", "moves", "ends"];

/** Writes `number.read.digest.server`. */
const formatPosition = ({ number, read, digest, server }: NumberedPosition): string =>
  [number, read ?? "", digest, SERVER_BEHAVIORS.indexOf(server) || ""].join(".");

function parsePosition(text: string): NumberedPosition {
  const [number = "", read = "", digest = "", server = ""] = text.split(".");
  return {
    number: Number(number),
    read: read === "" ? undefined : Number(read),
    digest,
    server: SERVER_BEHAVIORS[Number(server)] ?? "unknown",
  };
}

/** What is known after a page about the end of its list. */
interface EndEvidence {
  /** Records on this page. */
  readonly received: number;
  /** Records requested per page. */
  readonly pageSize: number | undefined;
  /** Records up to the end of this page; `undefined` if unknown. */
  readonly read: number | undefined;
  /** Pages up to and including this one; `undefined` if unknown. */
  readonly pages: number | undefined;
  readonly hasMore: boolean | undefined;
  readonly total: number | undefined;
  readonly totalPages: number | undefined;
}

/** The scheme's own rule, else the most reliable one that it describes. */
function listEnd({ end, hasMore, total }: NumberedScheme, { totalPages }: Numbering): ListEnd {
  if (end !== undefined) return end;
  if (hasMore !== undefined) return "next";
  return total !== undefined || totalPages !== undefined ? "total" : "empty";
}

/** Returns whether this page is the last; `undefined` if only the next page can tell. */
function isLastPage(end: ListEnd, page: EndEvidence): boolean | undefined {
  if (page.hasMore === false) return true;
  if (end === "next" && page.hasMore === true) return false;
  if (page.received === 0) return true;
  if (end === "short" && page.pageSize !== undefined && page.received < page.pageSize) return true;
  if (end !== "total") return undefined;
  if (page.pages !== undefined && page.totalPages !== undefined) return page.pages >= page.totalPages;
  if (page.read !== undefined && page.total !== undefined) return page.read >= page.total;
  return undefined;
}

/** Returns how many pages follow if they are as long as this one; `undefined` if unknown. */
function pagesLeft({ received, read, pages, total, totalPages }: EndEvidence): number | undefined {
  if (pages !== undefined && totalPages !== undefined) return totalPages - pages;
  if (read !== undefined && total !== undefined && received > 0) return Math.ceil((total - read) / received);
  return undefined;
}
