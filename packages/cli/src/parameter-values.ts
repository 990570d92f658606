import type { ParameterDocs } from "./apis.ts";

/** Which values a parameter accepts. */
export interface ValueRule {
  /** For messages and help: `one of hour, day, all`. */
  readonly accepted: string;
  readonly isValid: (text: string) => boolean;
}

/** The rule that the spec gives for a parameter; `undefined` if any text may be valid. */
export function valueRule(docs: ParameterDocs): ValueRule | undefined {
  const { values, open, pattern, format } = docs;
  const types = [docs.type ?? "string"].flat();
  if (values !== undefined && open !== true) {
    const known = values.filter((value) => value !== null).map(String);
    return { accepted: `one of ${known.join(", ")}`, isValid: (text) => known.includes(text) };
  }
  if (types.includes("integer") || types.includes("number")) {
    // If a string is also accepted, it is assumed to be a number only if the spec has a pattern that says so.
    return types.includes("string") && pattern === undefined ? undefined : numberRule(docs);
  }
  if (types.includes("boolean")) {
    return { accepted: "true or false", isValid: (text) => text === "true" || text === "false" };
  }
  if (format === "date") return dateRule;
  if (format === "date-time") return instantRule;
  const expression = pattern === undefined ? undefined : compile(pattern);
  if (expression === undefined) return undefined;
  return { accepted: `text that matches ${pattern}`, isValid: (text) => expression.test(text) };
}

function numberRule({ type, minimum, maximum }: ParameterDocs): ValueRule {
  const fractions = [type].flat().includes("number");
  const form = fractions ? /^-?(0|[1-9]\d*)(\.\d+)?$/ : /^-?(0|[1-9]\d*)$/;
  const min = minimum ?? Number.NEGATIVE_INFINITY;
  const max = maximum ?? Number.POSITIVE_INFINITY;
  return {
    accepted: `a ${fractions ? "" : "whole "}number${range(minimum, maximum)}`,
    isValid: (text) => form.test(text) && Number(text) >= min && Number(text) <= max,
  };
}

function range(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? "" : ` of at most ${maximum}`;
}

/** The operation table has the format `date` even if an API also accepts relative dates, so these are always valid. */
const dateRule: ValueRule = {
  accepted: "a date such as 2025-05-01, or days from today such as -30days if the API accepts them",
  isValid: (text) => /^[+-]\d+[a-z]+$/.test(text) || isDay(text),
};

const instantRule: ValueRule = {
  accepted: "a time with a time zone, such as 2025-05-01T00:00:00Z",
  isValid: isInstant,
};

/** Whether the text is a calendar day such as 2025-05-01. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  // `Date` reads 30 February as 2 March.
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}

/** Whether the text is an ISO 8601 time with a time zone; without one it would be ambiguous. */
export function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    isDay(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** `undefined` if JavaScript cannot read the pattern. The provider then checks the value. */
function compile(pattern: string): RegExp | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(pattern, flags);
    } catch {}
  }
  return undefined;
}
