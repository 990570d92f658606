import type { Tally } from "../pull/tally.ts";
import type { Amount } from "../volume/volume.ts";
import type { Sample } from "./samples.ts";

/** How the pull of one operation went. */
export interface Outcome extends Tally, Pick<Sample, "api" | "operation"> {
  /** Undefined where the records do not add up to anything. */
  readonly amount: Amount | undefined;
  readonly requests: number;
  readonly milliseconds: number;
  /** Undefined when it reached the end of its list. */
  readonly error: unknown;
}
