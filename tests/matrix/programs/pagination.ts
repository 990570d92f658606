// Walks a list without a client.
import {
  createPager,
  createPagerOf,
  nextLink,
  type Page,
  type Pager,
  type PagerOptions,
  type PaginationScheme,
  pageNumber,
} from "@usagewire/pagination";

interface Row {
  readonly id: number;
}

const fetchPage = async ({ query, signal }: { query: string; signal: AbortSignal }) => {
  const response = await fetch(`https://rows.example.com/rows?${query}`, { signal });
  return { body: (await response.json()) as { rows: Row[] }, response };
};
const scheme = { style: "page-number", items: "/rows", param: "page", first: 1 } as const;

export const walkRows = async (options: PagerOptions): Promise<Row[]> => {
  const pager = createPager<Row, { rows: Row[] }>({ scheme, fetchPage, concurrency: 4, ...options });
  assert<Same<typeof pager, Pager<Row, { rows: Row[] }>>>();
  for await (const row of pager) assert<Same<typeof row, Row>>();
  for await (const page of pager.pages()) assert<Same<typeof page, Page<Row, { rows: Row[] }>>>();
  const { value } = await pager[Symbol.asyncIterator]().next();
  assert<Same<typeof value, Row | undefined>>();
  assert<Same<typeof pager.cursor, string>>();
  return createPagerOf<Row>(pageNumber, { scheme, fetchPage }).toArray();
};

export const walkLinks = (next: string): AsyncIterable<Row> => {
  const links: PaginationScheme = { style: "next-link", items: "/rows", next };
  return createPagerOf<Row>(nextLink, { scheme: links, fetchPage, windows: ["a=1"], concurrency: 2 });
};
