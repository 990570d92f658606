import type { Spec } from "../document/spec.ts";
import { walk } from "../document/walk.ts";
import type { PlaceCheck, Problem } from "./problem.ts";

/** Everything in the spec that breaks a rule about single places. One walk for all rules: it is most of their cost. */
export function checkPlaces(spec: Spec, checks: readonly PlaceCheck[]): Problem[] {
  const problems: Problem[] = [];
  walk(spec, (place, role) => {
    for (const check of checks) problems.push(...check(place, role, spec));
  });
  return problems;
}
