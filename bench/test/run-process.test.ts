import { expect, it } from "vitest";
import { runProcess } from "../src/measure/run-process.ts";

const node = (program: string) => runProcess(process.execPath, ["--eval", program], import.meta.dirname);

it("gives what a program said, and how long it took, its start included", async () => {
  const { stdout, ms } = await node(`setTimeout(() => console.log("done"), 200)`);
  expect(stdout).toBe("done\n");
  expect(ms).toBeGreaterThan(200);
});

it("tells what a program said that failed, so that no failure counts as a fast round", async () => {
  await expect(node(`console.log("no such option"); process.exitCode = 3`)).rejects.toThrow(
    /ended with 3:\nno such option/,
  );
});
