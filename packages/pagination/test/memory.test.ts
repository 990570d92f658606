import { getEventListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { createPager, type FetchPage } from "../src/index.ts";
import { linkScheme, nextTurn } from "./number-list.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** A list of new objects, with a weak reference to the body of each page. */
function watchedList(pages: number) {
  const bodies: WeakRef<object>[] = [];
  const fetchPage: FetchPage<object> = async ({ query }) => {
    const page = Number(query.slice("page=".length));
    const next = page + 1 < pages ? `?page=${page + 1}` : null;
    const body = { items: Array.from({ length: 100 }, (_, id) => ({ page, id })), next };
    bodies.push(new WeakRef(body));
    return { body };
  };
  const alive = async () => {
    await nextTurn();
    collectGarbage();
    return bodies.filter((body) => body.deref() !== undefined).length;
  };
  return { fetchPage, alive };
}

describe("a walk", () => {
  test("keeps the current and the next page in memory, and no page before them", async () => {
    const { fetchPage, alive } = watchedList(50);
    let records = 0;
    for await (const _ of createPager({ scheme: linkScheme, fetchPage })) {
      if (++records % 1000 === 50) expect(await alive()).toBeLessThanOrEqual(2);
    }
    expect(records).toBe(5000);
    expect(await alive()).toBe(0);
  });

  test("keeps no page in memory through the signal of its request, which the platform may keep longer", async () => {
    const { fetchPage, alive } = watchedList(50);
    const signals: AbortSignal[] = [];
    const request: FetchPage<object> = (page) => {
      signals.push(page.signal);
      return fetchPage(page);
    };
    for await (const page of createPager({ scheme: linkScheme, fetchPage: request }).pages()) {
      if (page.index % 10 === 9) expect(await alive()).toBeLessThanOrEqual(2);
    }
    expect(signals).toHaveLength(50);
  });

  test("keeps as many pages as are in flight in memory, in a list cut into windows", async () => {
    const { fetchPage, alive } = watchedList(1);
    const windows = Array.from({ length: 40 }, (_, window) => `page=${window}`);
    let records = 0;
    for await (const _ of createPager({ scheme: linkScheme, fetchPage, windows, concurrency: 3 })) {
      if (++records % 1000 === 50) expect(await alive()).toBeLessThanOrEqual(1 + 3);
    }
    expect(records).toBe(4000);
  });

  test("leaves no listener on a signal that a thousand walks share", async () => {
    const { signal } = new AbortController();
    const stuck = () => new Promise<never>(() => {});
    for (let walk = 0; walk < 1000; walk++) {
      const iterator = createPager({ scheme: linkScheme, fetchPage: stuck, signal })[Symbol.asyncIterator]();
      const waiting = iterator.next();
      await iterator.return();
      await waiting;
    }
    await nextTurn();
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});
