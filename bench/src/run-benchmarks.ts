import type { Benchmark } from "./benchmark.ts";
import type { Result } from "./report/report.ts";

/** Runs the benchmarks one after the other; whether all gave results. One that breaks leaves the others theirs. */
export async function runBenchmarks(
  benchmarks: readonly Benchmark[],
  rounds: number,
  onResult: (result: Result) => void,
): Promise<boolean> {
  let whole = true;
  for (const [index, { name, work, run }] of benchmarks.entries()) {
    const start = performance.now();
    console.error(`${index + 1}/${benchmarks.length} ${name}: ${work}`);
    try {
      onResult({ name, work, rounds, measures: await run({ rounds }) });
      console.error(`    done in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    } catch (error) {
      whole = false;
      console.error(error);
    }
  }
  return whole;
}
