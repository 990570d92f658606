import { expect, it } from "vitest";
import { inTurn } from "../src/measure/in-turn.ts";

it("measures in turn, every other round backwards, and does not count the first round", async () => {
  const order: string[] = [];
  const subject = (name: string) => ({
    subject: name,
    measure: async () => order.push(name),
  });
  const series = await inTurn([subject("ours"), subject("theirs")], 2);
  expect(order).toEqual(["ours", "theirs", "theirs", "ours", "ours", "theirs"]);
  expect(series).toEqual([
    { subject: "ours", values: [4, 5] },
    { subject: "theirs", values: [3, 6] },
  ]);
});

it("fails with the subject that fails", async () => {
  const broken = { subject: "ours", measure: () => Promise.reject(new Error("no such module")) };
  await expect(inTurn([broken], 1)).rejects.toThrow("no such module");
});
