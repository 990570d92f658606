import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { NumberList } from "./fake-list.ts";
import { caught, pagerOf } from "./pager-of.ts";

describe("leaving", () => {
  test("a break aborts what is in flight, and a second loop yields nothing", async () => {
    const list = new NumberList(5, 1);
    const pager = pagerOf(list);
    for await (const _ of pager) break;
    expect(list.signals.map(({ aborted }) => aborted)).toEqual([false, true]);
    expect(await pager.toArray()).toEqual([]);
    expect(pager.truncated).toBe(false);
    expect(list.queries).toHaveLength(2);
  });

  test("a break leaves no rejection behind, whatever becomes of the page in flight", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const list = new NumberList(5, 1);
    list.before = async (query) => {
      if (query !== "") throw new Error("lost");
    };
    for await (const _ of pagerOf(list)) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test("who waits while another leaves gets the end", async () => {
    const list = new NumberList(5, 1);
    list.before = () => new Promise(() => {});
    const pager = pagerOf(list);
    const waiting = pager[Symbol.asyncIterator]().next();
    await pager[Symbol.asyncIterator]().return();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  const moments = Array.from({ length: 12 }, (_, turn) => turn);
  test.each(moments)(
    "%i turns after a page has arrived, be it by break or abort, leaves no request behind",
    async (turn) => {
      for (const leave of ["break", "abort"]) {
        const list = new NumberList(5, 1);
        list.before = () => Promise.resolve();
        const controller = new AbortController();
        const iterator = pagerOf(list, { signal: controller.signal })[Symbol.asyncIterator]();
        const waiting = iterator.next().catch(() => {});
        for (let turns = 0; turns < turn; turns++) await Promise.resolve();
        if (leave === "break") void iterator.return();
        else controller.abort();
        await waiting;
        expect(list.signals.slice(1).map(({ aborted }) => aborted)).not.toContain(false);
      }
    },
  );

  test("`await using` ends the walk", async () => {
    const list = new NumberList(5, 1);
    {
      await using pager = pagerOf(list);
      await pager[Symbol.asyncIterator]().next();
    }
    expect(list.signals.at(-1)?.aborted).toBe(true);
  });
});

describe("aborting", () => {
  const reason = new Error("shutting down");

  test("before the first request asks nothing", async () => {
    const list = new NumberList(5, 1);
    const error = await caught(pagerOf(list, { signal: AbortSignal.abort(reason) }).toArray());
    expect(error).toMatchObject({ reason: "aborted", cause: reason, pagesFetched: 0, itemsYielded: 0 });
    expect(list.queries).toEqual([]);
  });

  test("in flight is prompt, though nobody listens to the signal", async () => {
    const list = new NumberList(5, 1);
    list.before = () => new Promise(() => {});
    const controller = new AbortController();
    const walked = caught(pagerOf(list, { signal: controller.signal }).toArray());
    setImmediate(() => controller.abort(reason));
    expect((await walked).cause).toBe(reason);
    expect(list.signals[0]?.aborted).toBe(true);
    expect(list.signals[0]?.reason).toBe(reason);
  });

  test("while the consumer is slow comes before the next record, and resumes at it", async () => {
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

  test("after the end changes nothing", async () => {
    const controller = new AbortController();
    const pager = pagerOf(new NumberList(2, 1), { signal: controller.signal });
    await pager.toArray();
    controller.abort(reason);
    expect(await pager.toArray()).toEqual([]);
  });

  test("a signal shared by a hundred pagers has one listener while they fetch, and none after", async () => {
    const warned = vi.fn();
    process.on("warning", warned);
    const { signal } = new AbortController();
    const walks = Array.from({ length: 100 }, () => pagerOf(new NumberList(3, 1), { signal }).toArray());
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await Promise.all(walks);
    const idle = pagerOf(new NumberList(3, 1), { signal, prefetch: 0 });
    await idle[Symbol.asyncIterator]().next();
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", warned);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
    expect(warned).not.toHaveBeenCalled();
  });
});
