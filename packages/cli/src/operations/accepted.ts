import type { ParameterHelp } from "../apis/pullable-api.ts";
import { acceptedDate } from "./accepted-date.ts";
import { acceptedNumber } from "./accepted-number.ts";

/** What a parameter takes, for a check and for people. */
export interface Accepted {
  /** What to give: `one of hour, day, all`. */
  readonly phrase: string;
  readonly accepts: (text: string) => boolean;
}

/** What the spec says of a parameter's values; undefined where any text may be right. */
export function acceptedBy(description: ParameterHelp): Accepted | undefined {
  const { values, open, pattern, format } = description;
  const types = [description.type ?? "string"].flat();
  if (values !== undefined && open !== true) {
    const known = values.filter((value) => value !== null).map(String);
    return { phrase: `one of ${known.join(", ")}`, accepts: (text) => known.includes(text) };
  }
  if (types.includes("integer") || types.includes("number")) {
    // A string beside the number is the number's text, unless nothing says so.
    return types.includes("string") && pattern === undefined ? undefined : acceptedNumber(description);
  }
  if (types.includes("boolean")) {
    return { phrase: "true or false", accepts: (text) => text === "true" || text === "false" };
  }
  if (format === "date" || format === "date-time") return acceptedDate(format);
  const expression = pattern === undefined ? undefined : compile(pattern);
  if (expression === undefined) return undefined;
  return { phrase: `text that matches ${pattern}`, accepts: (text) => expression.test(text) };
}

/** A pattern that is no expression here says nothing; the provider checks for itself. */
function compile(pattern: string): RegExp | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(pattern, flags);
    } catch {}
  }
  return undefined;
}
