/*
 * Reads five million records and prints the heap in use on the way, which must not grow.
 *
 *   node --expose-gc bench/flat-heap.ts
 */
import { createPager } from "../src/index.ts";

const PAGES = 5000;
const records = Array.from({ length: 1000 }, (_, id) => ({
  id,
  sim: `HS${id}`,
  bytes: id * 1024,
  network: null,
}));
const text = JSON.stringify({ items: records });

const pager = createPager<{ id: number }>({
  scheme: { style: "next-token", items: "/items", next: "$response.header.X-Next", param: "page" },
  fetchPage: async ({ query }) => {
    const page = Number(query.slice("page=".length));
    const headers = { "x-next": page + 1 < PAGES ? String(page + 1) : "" };
    return { body: JSON.parse(text), headers };
  },
});

let walked = 0;
for await (const _ of pager) {
  walked++;
  if ([50_000, 500_000, 2_500_000, 4_999_000].includes(walked)) {
    globalThis.gc?.();
    const { heapUsed } = process.memoryUsage();
    console.log(`${walked.toLocaleString("en")} records: ${(heapUsed / 1e6).toFixed(1)} MB of heap in use`);
  }
}
