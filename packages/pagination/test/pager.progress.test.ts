import { describe, expect, test } from "vitest";
import { NumberList, pagerOf } from "./number-list.ts";

describe("onProgress", () => {
  test("is called when the consumer asks for more than a page, and not before", async () => {
    const list = new NumberList(3, 2);
    const calls: unknown[] = [];
    let consumed = 0;
    const onProgress = ({ pages, items }: { pages: number; items: number }) =>
      calls.push([pages, items, consumed]);
    for await (const _ of pagerOf(list, { onProgress })) consumed++;
    expect(calls).toEqual([
      [1, 2, 2],
      [2, 3, 3],
    ]);
  });

  test("receives a cursor that resumes after the records yielded so far", async () => {
    const list = new NumberList(5, 2);
    const cursors: string[] = [];
    await pagerOf(list, { onProgress: ({ cursor }) => cursors.push(cursor) }).toArray();
    const rests = await Promise.all(cursors.map((cursor) => pagerOf(list, { cursor }).toArray()));
    expect(rests).toEqual([[3, 4, 5], [5], []]);
  });

  test("ends the walk with the error that it throws", async () => {
    const mine = new Error("mine");
    const onProgress = () => {
      throw mine;
    };
    await expect(pagerOf(new NumberList(5, 2), { onProgress }).toArray()).rejects.toBe(mine);
  });
});
