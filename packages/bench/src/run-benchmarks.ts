import type { Benchmark } from "./benchmark.ts";
import type { Result } from "./report/report.ts";

/** Runs the benchmarks one after the other. One that breaks leaves the others their results. */
export async function runBenchmarks(
  benchmarks: readonly Benchmark[],
  rounds: number,
): Promise<{ readonly results: Result[]; readonly broken: boolean }> {
  const results: Result[] = [];
  let broken = false;
  for (const [index, { name, work, run }] of benchmarks.entries()) {
    const start = performance.now();
    console.error(`${index + 1}/${benchmarks.length} ${name}: ${work}`);
    try {
      results.push({ name, work, rounds, measures: await run({ rounds }) });
      console.error(`    done in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    } catch (error) {
      broken = true;
      console.error(error);
    }
  }
  return { results, broken };
}
