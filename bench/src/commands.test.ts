import { expect, it } from "vitest";
import { measureInTurn, runCommand } from "./commands.ts";

const node = (program: string) =>
  runCommand(process.execPath, ["--eval", program], { cwd: import.meta.dirname });

it("returns a program's output, and its time including the start", async () => {
  const { stdout, ms } = await node(`setTimeout(() => console.log("done"), 200)`);
  expect(stdout).toBe("done\n");
  expect(ms).toBeGreaterThan(200);
});

it("throws the output of a program that fails, so that a failure does not count as a fast round", async () => {
  await expect(node(`console.log("no such option"); process.exitCode = 3`)).rejects.toThrow(
    /failed \(3\):\nno such option/,
  );
});

it("measures in turn, every other round in reverse, and does not count the first round", async () => {
  const order: string[] = [];
  const subject = (name: string) => ({
    subject: name,
    measure: async () => order.push(name),
  });
  const series = await measureInTurn([subject("ours"), subject("theirs")], 2);
  expect(order).toEqual(["ours", "theirs", "theirs", "ours", "ours", "theirs"]);
  expect(series).toEqual([
    { subject: "ours", values: [4, 5] },
    { subject: "theirs", values: [3, 6] },
  ]);
});

it("rejects if a subject fails", async () => {
  const broken = { subject: "ours", measure: () => Promise.reject(new Error("no such module")) };
  await expect(measureInTurn([broken], 1)).rejects.toThrow("no such module");
});

it.each([
  { calls: 7, rounds: 2 },
  { calls: 6, rounds: 2 },
  { calls: 5, rounds: 1 },
])("keeps the $rounds complete rounds if the signal aborts in call $calls", async ({ calls, rounds }) => {
  const controller = new AbortController();
  let call = 0;
  const measure = async () => {
    call += 1;
    if (call === calls) controller.abort();
    return call;
  };
  const subjects = ["ours", "theirs"].map((subject) => ({ subject, measure }));
  const series = await measureInTurn(subjects, 9, controller.signal);
  expect(series.map(({ values }) => values.length)).toEqual([rounds, rounds]);
});

it("throws the signal's reason if it aborts before a round is complete", async () => {
  const controller = new AbortController();
  const subjects = [{ subject: "ours", measure: async () => controller.abort(new Error("time is up")) ?? 1 }];
  await expect(measureInTurn(subjects, 9, controller.signal)).rejects.toThrow("time is up");
});
