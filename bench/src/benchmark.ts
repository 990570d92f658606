/** A set of figures about one workload, for instance `drain`. */
export interface Benchmark {
  /** The name on the command line. */
  readonly name: string;
  /** What every subject does, with the sizes. */
  readonly work: string;
  /**
   * Measures all subjects.
   *
   * @throws the signal's reason if it aborts before every subject has one complete round.
   */
  run(options: RunOptions): Promise<readonly Measure[]>;
}

export interface RunOptions {
  /** Rounds of each subject, where figures vary. */
  readonly rounds: number;
  /** Ends the measurement early; the complete rounds count. */
  readonly signal: AbortSignal;
}

/** One kind of figure of a benchmark. */
export interface Measure {
  /** For instance `time`, `CPU`, `peak memory`, `requests`. */
  readonly figure: string;
  readonly unit: "ms" | "bytes" | "count";
  /** Set if the same run always gives the same figure, so that one value is enough. */
  readonly exact?: true;
  readonly series: readonly Series[];
  readonly comparisons: readonly Comparison[];
}

/** The values of one subject. Round n of all subjects ran one after another, so the values form pairs. */
export interface Series {
  /** The name in the report, for instance `hand-written fetch`. */
  readonly subject: string;
  readonly values: readonly number[];
}

/** Two subjects whose ratio the report shows. */
export interface Comparison {
  readonly subject: string;
  readonly base: string;
  /** What the ratio should be. Without one, the ratio is informational. */
  readonly target?: Target;
  /** Both subjects are the same code: the distance of the ratio from 1 is noise. */
  readonly noiseFloor?: true;
}

export type Target = { readonly atMost: number } | { readonly atLeast: number } | { readonly below: number };

export interface RunLimits {
  readonly rounds: number;
  /** Minutes for all benchmarks together, shared equally. Default: no limit. */
  readonly minutes?: number;
}

/**
 * Runs benchmarks one after another. A benchmark that fails is printed, and the others still run.
 *
 * @returns whether none failed. Running out of time is not a failure.
 */
export async function runBenchmarks(
  benchmarks: readonly Benchmark[],
  { rounds, minutes = Number.POSITIVE_INFINITY }: RunLimits,
  onResult: (benchmark: Benchmark, measures: readonly Measure[]) => void,
): Promise<boolean> {
  const deadline = performance.now() + minutes * 60_000;
  let succeeded = true;
  for (const [index, benchmark] of benchmarks.entries()) {
    const start = performance.now();
    const signal = timeoutSignal((deadline - start) / (benchmarks.length - index));
    console.error(`${index + 1}/${benchmarks.length} ${benchmark.name}: ${benchmark.work}`);
    try {
      onResult(benchmark, await benchmark.run({ rounds, signal }));
      console.error(`    ${signal.aborted ? "stopped" : "done"} after ${secondsSince(start)} s`);
    } catch (error) {
      if (signal.aborted) {
        console.error(`    skipped: no complete round in ${secondsSince(start)} s; use a higher --minutes`);
      } else {
        succeeded = false;
        console.error(error);
      }
    }
  }
  return succeeded;
}

const LONGEST_TIMEOUT = 2 ** 31 - 1;

const timeoutSignal = (ms: number) =>
  ms === Number.POSITIVE_INFINITY
    ? new AbortController().signal
    : AbortSignal.timeout(Math.ceil(Math.min(Math.max(ms, 0), LONGEST_TIMEOUT)));

const secondsSince = (start: number) => ((performance.now() - start) / 1000).toFixed(0);
