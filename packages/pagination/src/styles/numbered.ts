import { type Readers, readCount } from "../answer/readers.ts";
import { hash } from "../cursor/hash.ts";
import { removeParams, setParam } from "../query/raw-query.ts";
import type { OffsetScheme, PageNumberScheme } from "../scheme.ts";
import { INSTEAD, repeated, WalkFailure } from "../walk-failure.ts";
import { type EndEvidence, isLastPage, listEnd, pagesLeft } from "./list-end.ts";
import { formatPosition, type NumberedPosition, parsePosition } from "./numbered-position.ts";
import type { Style } from "./style.ts";

/** How a style numbers its pages. */
export interface Numbering {
  /** The first page's position. */
  readonly start: NumberedPosition;
  /** The number of the page after one that held so many records. */
  advance(number: number, received: number): number;
  /** Pages up to and with that number. */
  pages(number: number): number | undefined;
}

/** Farther than lists go, and still an offset that fits 32 bits. */
const FAR_PAGES = 100_000;

/** What offset and page-number lists have in common: the base query with a number in it, and no word about the end. */
export function numbered(
  scheme: OffsetScheme | PageNumberScheme,
  base: string,
  readers: Readers,
  size: number | undefined,
  numbering: Numbering,
): Style {
  const end = listEnd(scheme);
  const totalPages = readCount("totalPages" in scheme ? scheme.totalPages : undefined);
  const later = removeParams(base, scheme.firstPageOnly ?? []);
  const at = (position: string) => (position === "" ? numbering.start : parsePosition(position));

  const queryAt = (number: number) => setParam(later, scheme.param, String(number));

  const following: Style["following"] = async (position, page, onRepeat, look) => {
    const { items, body, headers, total } = page;
    const here = at(position);
    const read = here.read === undefined ? undefined : here.read + items.length;
    const evidence: EndEvidence = {
      received: items.length,
      size,
      read,
      pages: numbering.pages(here.number),
      hasMore: readers.hasMore(body, headers),
      total,
      totalPages: totalPages(body, headers),
    };
    const last = isLastPage(end, evidence);
    if (last === true) return {};

    // Where only the next page can tell, it may be this one again: past the end some servers repeat the last page.
    const digest = last === undefined && here.standing !== "ends" ? digestOf(items) : "";
    const number = numbering.advance(here.number, items.length);
    if (digest === "" || digest !== here.digest) {
      const standing = here.standing === "unknown" && here.digest !== "" ? "moves" : here.standing;
      return { position: formatPosition({ number, read, digest, standing }), left: pagesLeft(evidence) };
    }

    if (onRepeat === "stop") return { discard: true };
    const ownRecords = { position: formatPosition({ number, read, digest: "", standing: "ends" }) };
    if (onRepeat === "allow") return ownRecords;
    const far = await look(queryAt(here.number + FAR_PAGES * (number - here.number))).catch(unclear);
    if (digestOf(far.items) !== digest) return ownRecords;
    // A server that has answered otherwise before, or gives fewer than it was asked for, answers so past the end. Another
    // may not heed the number at all.
    if (here.standing === "moves" || items.length < (size ?? 0)) return { discard: true };
    return { discard: true, failure: repeated("the page holds the records of the page before it") };
  };

  return {
    // The caller's own query asks for the first page, or for the one that the caller starts from.
    query: (position) => (position === "" ? base : queryAt(at(position).number)),
    following,
    foresee: (position, records, pages) => {
      let { number } = at(position);
      return Array.from({ length: pages }, () => {
        number = numbering.advance(number, records);
        return queryAt(number);
      });
    },
  };
}

function unclear(failure: WalkFailure): never {
  const what =
    "the page holds the records of the page before it, and the page far past the end, which would tell why,";
  throw new WalkFailure("request", `${what} could not be fetched${INSTEAD}`, {
    cause: failure.cause ?? failure,
  });
}

/** The length makes an accidental match rarer by orders of magnitude. */
function digestOf(items: readonly unknown[]): string {
  const text = JSON.stringify(items);
  return `${text.length.toString(36)}-${hash(text)}`;
}
