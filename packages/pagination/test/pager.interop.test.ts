import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ReadableStream } from "node:stream/web";
import { describe, expect, test, vi } from "vitest";
import { NumberList, pagerOf } from "./number-list.ts";

/** Not in the library version that the sources compile with. */
interface FromAsync {
  fromAsync<T>(source: AsyncIterable<T>): Promise<T[]>;
}

describe("a pager", () => {
  test("works with Array.fromAsync, web streams and node:stream pipelines", async () => {
    const all = [1, 2, 3, 4, 5];
    const pager = () => pagerOf(new NumberList(5, 2));
    expect(await (Array as unknown as FromAsync).fromAsync(pager())).toEqual(all);
    const streamed: number[] = [];
    for await (const item of ReadableStream.from(pager())) streamed.push(item);
    expect(streamed).toEqual(all);
    const piped: number[] = [];
    await pipeline(Readable.from(pager()), async (source: AsyncIterable<number>) => {
      for await (const item of source) piped.push(item);
    });
    expect(piped).toEqual(all);
  });

  test("ends the walk if a stream over it is destroyed", async () => {
    const list = new NumberList(100, 1);
    const stream = Readable.from(pagerOf(list), { highWaterMark: 1 });
    for await (const _ of stream) break;
    await vi.waitFor(() => expect(list.inFlight).toBe(0));
    expect(list.queries.length).toBeLessThan(6);
  });

  test("has iterators with the built-in prototype, so they get async iterator helpers", () => {
    const builtIn = Object.getPrototypeOf(
      Object.getPrototypeOf(Object.getPrototypeOf((async function* () {})())),
    );
    expect(Object.getPrototypeOf(pagerOf(new NumberList(1, 1)).pages())).toBe(builtIn);
  });
});
