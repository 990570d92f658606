import type { Benchmark, Measure } from "../benchmark.ts";
import type { Machine } from "./machine.ts";

/** Everything that a run came to, or several on one machine; as it is, the JSON file. */
export interface Report {
  readonly machine: Machine;
  /** ISO 8601, of the end. */
  readonly date: string;
  readonly results: readonly Result[];
}

export interface Result extends Pick<Benchmark, "name" | "work"> {
  /** That were asked for. */
  readonly rounds: number;
  readonly measures: readonly Measure[];
}
