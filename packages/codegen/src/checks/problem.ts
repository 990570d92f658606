import type { Operation } from "../document/operations.ts";
import type { Place } from "../document/place.ts";
import { pointerOf } from "../document/pointer-of.ts";
import type { Spec } from "../document/spec.ts";

/** Something in a spec that keeps it from being generated, or that would generate the wrong thing. */
export interface Problem {
  /** JSON Pointer to the place, `""` for the whole document. */
  readonly pointer: string;
  readonly message: string;
  /** The file it is in, relative to the spec; absent for the spec itself. */
  readonly file?: string;
  /** `warning`: something was assumed and generated all the same. */
  readonly severity: "error" | "warning";
}

/** One rule: everything in the spec that breaks it. */
export type Check = (spec: Spec, operations: readonly Operation[]) => Problem[];

/** One rule about single places, in the roles that {@link walk} gives them. */
export type PlaceCheck = (place: Place, role: string, spec: Spec) => Problem[];

export function problemAt(place: Place, message: string, severity: Problem["severity"] = "error"): Problem {
  const { file } = place;
  return { pointer: pointerOf(place), message, severity, ...(file === "" ? {} : { file }) };
}
