import type { Readers } from "../answer/readers.ts";
import { hash } from "../cursor/hash.ts";
import { removeParams, setParam } from "../query/raw-query.ts";
import type { OffsetScheme, PageNumberScheme } from "../scheme.ts";
import { type EndEvidence, isLastPage, listEnd, pagesLeft } from "./list-end.ts";
import { formatPosition, type NumberedPosition, parsePosition } from "./numbered-position.ts";
import { type ArrivedPage, END, type Following, type Style } from "./style.ts";

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
  const later = removeParams(base, scheme.firstPageOnly ?? []);
  const at = (position: string) => (position === "" ? numbering.start : parsePosition(position));

  const following = ({ position, items, body, headers }: ArrivedPage): Following => {
    const here = at(position);
    const read = here.read === undefined ? undefined : here.read + items.length;
    const evidence: EndEvidence = {
      received: items.length,
      size,
      read,
      pages: numbering.pages(here.number),
      hasMore: readers.hasMore(body, headers),
      total: readers.total(body, headers),
      totalPages: readers.totalPages(body, headers),
    };
    const last = isLastPage(end, evidence);
    if (last === true) return END;

    // Where only the next page can tell, it may be this one again: past the end some servers repeat the last page.
    const digest = last === undefined && here.standing !== "ends" ? digestOf(items) : "";
    const again = digest !== "" && digest === here.digest;
    const number = numbering.advance(here.number, items.length);
    if (!again) {
      const standing = here.standing === "unknown" && here.digest !== "" ? "moves" : here.standing;
      const position = formatPosition({ number, read, digest, standing });
      return { kind: "page", position, left: pagesLeft(evidence) };
    }
    return {
      kind: "again",
      certain: here.standing === "moves" || items.length < (size ?? 0),
      position: formatPosition({ number, read, digest: "", standing: "ends" }),
      farQuery: queryAt(here.number + FAR_PAGES * (number - here.number)),
      isSame: (records) => digestOf(records) === digest,
    };
  };

  const queryAt = (number: number) => setParam(later, scheme.param, String(number));

  return {
    // The caller's own query asks for the first page, or for the one that the caller starts from.
    query: (position) => (position === "" ? base : queryAt(at(position).number)),
    following,
    foresee: (position, records, pages) => {
      const queries: string[] = [];
      let { number } = at(position);
      while (queries.length < pages) {
        queries.push(queryAt(number));
        number = numbering.advance(number, records);
      }
      return queries;
    },
  };
}

/** The length makes an accidental match rarer by orders of magnitude. */
function digestOf(items: readonly unknown[]): string {
  const text = JSON.stringify(items);
  return `${text.length.toString(36)}-${hash(text)}`;
}
