import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { caught, NumberList, nextTurn, pagerOf } from "./number-list.ts";

describe("leaving a loop", () => {
  test("aborts what is in flight, and a second loop yields nothing", async () => {
    const list = new NumberList(5, 1);
    const pager = pagerOf(list);
    for await (const _ of pager) break;
    expect(list.signals.map(({ aborted }) => aborted)).toEqual([false, true]);
    expect(await pager.toArray()).toEqual([]);
    expect(pager.truncated).toBe(false);
    expect(list.queries).toHaveLength(2);
  });

  test("causes no unhandled rejection if the page in flight fails", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const list = new NumberList(5, 1);
    list.before = async (query) => {
      if (query !== "") throw new Error("lost");
    };
    for await (const _ of pagerOf(list)) break;
    while (list.inFlight > 0) await nextTurn();
    await nextTurn();
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test("ends a call of next() that another consumer waits for", async () => {
    const list = new NumberList(5, 1);
    list.before = () => new Promise(() => {});
    const pager = pagerOf(list);
    const waiting = pager[Symbol.asyncIterator]().next();
    await pager[Symbol.asyncIterator]().return();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  const moments = Array.from({ length: 12 }, (_, microtasks) => microtasks);
  test.each(moments)(
    "leaves no request in flight, by break or abort, %i microtasks after the first request",
    async (microtasks) => {
      for (const leave of ["break", "abort"]) {
        const list = new NumberList(5, 1);
        list.before = () => Promise.resolve();
        const controller = new AbortController();
        const iterator = pagerOf(list, { signal: controller.signal })[Symbol.asyncIterator]();
        const waiting = iterator.next().catch(() => {});
        for (let count = 0; count < microtasks; count++) await Promise.resolve();
        if (leave === "break") void iterator.return();
        else controller.abort();
        await waiting;
        expect(list.signals.slice(1).map(({ aborted }) => aborted)).not.toContain(false);
      }
    },
  );

  test("with `await using` ends the walk", async () => {
    const list = new NumberList(5, 1);
    {
      await using pager = pagerOf(list);
      await pager[Symbol.asyncIterator]().next();
    }
    expect(list.signals.at(-1)?.aborted).toBe(true);
  });
});

describe("aborting a walk", () => {
  const reason = new Error("shutting down");

  test("requests nothing if the signal was aborted before", async () => {
    const list = new NumberList(5, 1);
    const error = await caught(pagerOf(list, { signal: AbortSignal.abort(reason) }).toArray());
    expect(error).toMatchObject({ reason: "aborted", cause: reason, pagesFetched: 0, itemsYielded: 0 });
    expect(list.queries).toEqual([]);
  });

  test("fails at once, also if fetchPage ignores its signal", async () => {
    const list = new NumberList(5, 1);
    list.before = () => new Promise(() => {});
    const controller = new AbortController();
    const walked = caught(pagerOf(list, { signal: controller.signal }).toArray());
    setImmediate(() => controller.abort(reason));
    expect((await walked).cause).toBe(reason);
    expect(list.signals[0]?.aborted).toBe(true);
    expect(list.signals[0]?.reason).toBe(reason);
  });

  test("fails before the next record of a page, and resumes at it", async () => {
    const list = new NumberList(5, 3);
    const controller = new AbortController();
    const pager = pagerOf(list, { signal: controller.signal });
    const iterator = pager[Symbol.asyncIterator]();
    await iterator.next();
    controller.abort(reason);
    const error = await caught(iterator.next());
    expect(error).toMatchObject({ reason: "aborted", cause: reason, itemsYielded: 1, pagesFetched: 1 });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(await pagerOf(list, { cursor: error.cursor }).toArray()).toEqual([2, 3, 4, 5]);
  });

  test("has no effect after the end of the list", async () => {
    const controller = new AbortController();
    const pager = pagerOf(new NumberList(2, 1), { signal: controller.signal });
    await pager.toArray();
    controller.abort(reason);
    expect(await pager.toArray()).toEqual([]);
  });

  test("adds one listener to a signal that a hundred pagers share, and removes it", async () => {
    const warned = vi.fn();
    process.on("warning", warned);
    const { signal } = new AbortController();
    const walks = Array.from({ length: 100 }, () => pagerOf(new NumberList(3, 1), { signal }).toArray());
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await Promise.all(walks);
    const idle = pagerOf(new NumberList(3, 1), { signal, prefetch: 0 });
    await idle[Symbol.asyncIterator]().next();
    await nextTurn();
    process.off("warning", warned);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(warned).not.toHaveBeenCalled();
  });
});
