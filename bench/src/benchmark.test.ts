import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Benchmark, runBenchmarks } from "./benchmark.ts";

const printed: unknown[] = [];
beforeEach(() => {
  printed.length = 0;
  vi.spyOn(console, "error").mockImplementation((line) => void printed.push(line));
});
afterEach(() => vi.restoreAllMocks());

const benchmark = (name: string, run: Benchmark["run"] = async () => []): Benchmark => ({
  name,
  work: "some work",
  run,
});
/** Runs until its signal aborts. */
const endless = (name: string) =>
  benchmark(name, ({ signal }) => new Promise((_, reject) => signal.addEventListener("abort", reject)));

async function run(benchmarks: readonly Benchmark[], minutes?: number) {
  const names: string[] = [];
  const limits = minutes === undefined ? { rounds: 1 } : { rounds: 1, minutes };
  const succeeded = await runBenchmarks(benchmarks, limits, ({ name }) => names.push(name));
  return { names, succeeded };
}

it("runs the other benchmarks if one fails, and returns false", async () => {
  const error = new Error("no server");
  const failing = benchmark("one", () => Promise.reject(error));
  expect(await run([failing, benchmark("two")])).toEqual({ names: ["two"], succeeded: false });
  expect(printed).toContain(error);
});

it("skips a benchmark that runs out of time, and gives the next one its share", async () => {
  expect(await run([endless("one"), benchmark("two"), endless("three")], 0.001)).toEqual({
    names: ["two"],
    succeeded: true,
  });
  expect(printed.join("\n")).toMatch(
    /one: some work\n +skipped: no complete round in \d+ s; use a higher --minutes/,
  );
});
