/*
 * Aborts or leaves 100,000 walks with a page in flight, and prints the listeners, timers and bytes that remain.
 *
 *   node --expose-gc bench/aborted-walks.ts
 */
import { getEventListeners } from "node:events";
import { createPager } from "../src/index.ts";

const WALKS = 100_000;
const shared = new AbortController();
const fetchPage = async ({ query }: { query: string }) =>
  query === "" ? { body: { items: [1, 2], next: "?page=2" } } : new Promise<never>(() => {});

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
for (let walk = 0; walk < WALKS; walk++) {
  const own = new AbortController();
  const signal = walk % 2 === 0 ? own.signal : shared.signal;
  const scheme = { style: "next-link", items: "/items", next: "$response.body#/next" } as const;
  const pager = createPager<number>({ scheme, fetchPage, signal });
  const iterator = pager[Symbol.asyncIterator]();
  await iterator.next();
  // Page 2 is in flight and never arrives. Half of the walks abort it, the others leave the loop.
  if (signal === own.signal) own.abort();
  else await iterator.return();
  await iterator.next().catch(() => {});
}
await new Promise((resolve) => setImmediate(resolve));
globalThis.gc?.();

console.log(`${getEventListeners(shared.signal, "abort").length} listeners on the shared signal`);
console.log(`${process.getActiveResourcesInfo().filter((name) => name.startsWith("Timeout")).length} timers`);
const grown = process.memoryUsage().heapUsed - before;
console.log(`${Math.max(0, grown / WALKS).toFixed(0)} bytes of heap per walk`);
