import { describe, expect, test } from "vitest";
import { NumberList } from "./fake-list.ts";
import { pagerOf } from "./pager-of.ts";

describe("progress", () => {
  test("is told when the consumer asks for what follows a page, never before", async () => {
    const list = new NumberList(3, 2);
    const told: unknown[] = [];
    let consumed = 0;
    const onProgress = ({ pages, items }: { pages: number; items: number }) =>
      told.push([pages, items, consumed]);
    for await (const _ of pagerOf(list, { onProgress })) consumed++;
    expect(told).toEqual([
      [1, 2, 2],
      [2, 3, 3],
    ]);
  });

  test("has a cursor that resumes after what was handed out", async () => {
    const list = new NumberList(5, 2);
    const cursors: string[] = [];
    await pagerOf(list, { onProgress: ({ cursor }) => cursors.push(cursor) }).toArray();
    const rests = await Promise.all(cursors.map((cursor) => pagerOf(list, { cursor }).toArray()));
    expect(rests).toEqual([[3, 4, 5], [5], []]);
  });

  test("a callback that throws ends the walk with its own error", async () => {
    const mine = new Error("mine");
    const onProgress = () => {
      throw mine;
    };
    await expect(pagerOf(new NumberList(5, 2), { onProgress }).toArray()).rejects.toBe(mine);
  });
});
