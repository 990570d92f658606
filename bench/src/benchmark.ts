/** What one subject took, round by round. The subjects of a measure do the same work in turn, so that rounds pair up. */
export interface Series {
  /** As the report names it, for instance `hand-written fetch`. */
  readonly subject: string;
  /** One value a round; a single one where the figure is exact. */
  readonly values: readonly number[];
}

/** A subject beside another; the report prints the median of the rounds' ratios. */
export interface Comparison {
  readonly subject: string;
  readonly base: string;
  /** What the ratio is to reach; absent where it is for information. */
  readonly target?: Target;
  /** The same work under two names: how far the ratio is from 1 is noise. */
  readonly noiseFloor?: true;
}

export type Target = { readonly atMost: number } | { readonly atLeast: number } | { readonly below: number };

/** One kind of figure of a benchmark. */
export interface Measure {
  /** For instance `time`, `CPU`, `peak memory`, `requests`. */
  readonly figure: string;
  readonly unit: "ms" | "bytes" | "count";
  readonly series: readonly Series[];
  readonly comparisons: readonly Comparison[];
}

/** One row of work. */
export interface Benchmark {
  /** The name by which it is chosen on the command line, for instance `drain`. */
  readonly name: string;
  /** The work, in words, with its sizes: what every subject does. */
  readonly work: string;
  /** Measures all subjects, alternating. `rounds`: at least so many of each, where figures vary. */
  run(options: { readonly rounds: number }): Promise<readonly Measure[]>;
}
