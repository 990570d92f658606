import type { ParameterHelp } from "../apis/pullable-api.ts";
import type { Accepted } from "./accepted.ts";

/** A number within its limits; whole, unless the parameter takes fractions. */
export function acceptedNumber({ type, minimum, maximum }: ParameterHelp): Accepted {
  const fractions = [type].flat().includes("number");
  const form = fractions ? /^-?(0|[1-9]\d*)(\.\d+)?$/ : /^-?(0|[1-9]\d*)$/;
  const least = minimum ?? Number.NEGATIVE_INFINITY;
  const most = maximum ?? Number.POSITIVE_INFINITY;
  return {
    phrase: `a ${fractions ? "" : "whole "}number${range(minimum, maximum)}`,
    accepts: (text) => form.test(text) && Number(text) >= least && Number(text) <= most,
  };
}

function range(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? "" : ` of at most ${maximum}`;
}
