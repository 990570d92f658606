import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ReadableStream } from "node:stream/web";
import { describe, expect, test, vi } from "vitest";
import { NumberList } from "./fake-list.ts";
import { pagerOf } from "./pager-of.ts";

/** Newer than the library that the published code keeps to. */
interface FromAsync {
  fromAsync<T>(source: AsyncIterable<T>): Promise<T[]>;
}

describe("interop", () => {
  test("Array.fromAsync, a web stream and a node:stream pipeline take it as it is", async () => {
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

  test("a pipeline that is destroyed ends the walk", async () => {
    const list = new NumberList(100, 1);
    const stream = Readable.from(pagerOf(list), { highWaterMark: 1 });
    for await (const _ of stream) break;
    await vi.waitFor(() => expect(list.inFlight).toBe(0));
    expect(list.queries.length).toBeLessThan(6);
  });

  test("iterators inherit from the built-in prototype, so async iterator helpers apply", () => {
    const builtIn = Object.getPrototypeOf(
      Object.getPrototypeOf(Object.getPrototypeOf((async function* () {})())),
    );
    expect(Object.getPrototypeOf(pagerOf(new NumberList(1, 1)).pages())).toBe(builtIn);
  });
});
