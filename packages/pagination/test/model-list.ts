import fc from "fast-check";
import type { FetchPage, PageResponse, PaginationScheme } from "../src/index.ts";

/** A record. Like usage records it has no identifier, so it may equal another. */
export interface Row {
  readonly id: number;
}

/** A list of a provider: its records, how it is paged, and how its server behaves. */
export interface ModelList {
  readonly rows: readonly Row[];
  readonly scheme: PaginationScheme;
  /** Responds to a request as the provider would. */
  respond(query: string): PageResponse;
}

const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, id) => ({ id }));

/** Lists whose pages name the next one. The server chooses the size of each page, also 0. */
const linked = (style: "next-link" | "next-token"): fc.Arbitrary<ModelList> =>
  fc
    .record({ sizes: fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 8 }), header: fc.boolean() })
    .map(({ sizes, header }) => {
      const starts = sizes.map((_, page) => sizes.slice(0, page).reduce((sum, size) => sum + size, 0));
      const rows = rowsOf(sizes.reduce((sum, size) => sum + size, 0));
      const next = header ? "$response.header.X-Next" : "$response.body#/meta/next";
      const scheme: PaginationScheme =
        style === "next-link"
          ? { style, items: "/rows", next }
          : { style, items: "/rows", next, param: "after" };
      const respond = (query: string): PageResponse => {
        const page = Number(new URLSearchParams(query).get(style === "next-link" ? "page" : "after") ?? 0);
        const start = starts[page] ?? 0;
        const more = page + 1 < sizes.length;
        const following = more
          ? style === "next-link"
            ? `/list?kind=x&page=${page + 1}`
            : String(page + 1)
          : null;
        return {
          body: {
            rows: rows.slice(start, start + (sizes[page] ?? 0)),
            meta: header ? {} : { next: following },
          },
          headers: new Headers(header && following !== null ? { "x-next": following } : {}),
        };
      };
      return { rows, scheme, respond };
    });

/** Rows with two values only, so that pages are often equal. */
const equalRows = fc.array(fc.constantFrom({ id: 0 }, { id: 1 }), { maxLength: 20 });

/** Lists whose pages are numbered. The server clamps the page size, and may or may not say where the list ends. */
const numbered = (style: "offset" | "page-number"): fc.Arbitrary<ModelList> =>
  fc
    .record({
      content: fc.oneof(fc.nat({ max: 20 }).map(rowsOf), equalRows),
      clamp: fc.integer({ min: 1, max: 5 }),
      size: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
      tells: fc.constantFrom("total", "hasMore", "totalPages", "nothing", "last page again"),
      first: fc.constantFrom(0 as const, 1 as const),
    })
    .map(({ content, clamp, size, tells, first }) => {
      // A server that repeats its last page hides how often that page is in the list, so here no two rows are equal.
      const rows = tells === "last page again" ? rowsOf(content.length) : content;
      const count = rows.length;
      const base = {
        items: "/rows",
        ...(size === undefined ? {} : { pageSize: { param: "size", default: size } }),
        ...(tells === "total" ? { total: "$response.header.X-Total" } : {}),
        ...(tells === "hasMore" ? { hasMore: "$response.body#/more" } : {}),
      };
      const pages = tells === "totalPages" ? { totalPages: "$response.body#/pages" } : {};
      const scheme: PaginationScheme =
        style === "offset" ? { ...base, style, param: "n" } : { ...base, ...pages, style, param: "n", first };
      const respond = (query: string): PageResponse => {
        const params = new URLSearchParams(query);
        const length = Math.min(clamp, Number(params.get("size") ?? clamp));
        const number = Number(params.get("n") ?? (style === "offset" ? 0 : first));
        const asked = style === "offset" ? number : (number - first) * length;
        // If the full first page is also the last, the server might as well ignore the number.
        const again = tells === "last page again" && asked >= count && count > length;
        const start = again ? Math.floor((count - 1) / length) * length : asked;
        return {
          body: {
            rows: rows.slice(start, start + length),
            more: start + length < count,
            pages: Math.ceil(count / length),
          },
          headers: { "x-total": String(count) },
        };
      };
      return { rows, scheme, respond };
    });

export const modelList: fc.Arbitrary<ModelList> = fc.oneof(
  linked("next-link"),
  linked("next-token"),
  numbered("offset"),
  numbered("page-number"),
);

/** Delays each response by a number of microtasks, so that responses overtake each other. */
export function serve(
  list: ModelList,
  delays: readonly number[],
  fails: (request: number) => boolean = () => false,
) {
  let requests = 0;
  const fetchPage: FetchPage<unknown> = async ({ query, signal }) => {
    const request = requests++;
    for (let turns = delays[request % delays.length] ?? 0; turns > 0; turns--) await Promise.resolve();
    signal.throwIfAborted();
    if (fails(request)) throw new TypeError("fetch failed");
    return list.respond(query);
  };
  return fetchPage;
}

/** Whether a list allows concurrency. */
export const isPredictable = ({ scheme }: ModelList): boolean =>
  scheme.style === "offset" || scheme.style === "page-number";
