import { UNITS, type UtcUnit } from "./utc-unit.ts";
import type { IsoDuration, WindowScheme, WindowSpan } from "./window-scheme.ts";

/** What the windows of one call must keep to. */
export interface SpanRules {
  /** What bounds must be aligned to. */
  readonly step: UtcUnit;
  /** No window may be longer than any of these. */
  readonly max: readonly IsoDuration[];
}

/**
 * The rules for these parameters; of several that apply, the strictest.
 *
 * @throws RangeError when cutting would change what the records are: a list that is summed over the whole range has
 * other sums in every window.
 */
export function spanRules(scheme: WindowScheme, valueGiven: (param: string) => unknown): SpanRules {
  const spans = Object.entries(scheme.spans ?? {});
  const applying = spans.flatMap(([param, byValue]): WindowSpan[] => {
    const value = String(valueGiven(param));
    return Object.hasOwn(byValue, value) ? [byValue[value] ?? {}] : [];
  });
  const rules = [scheme, ...applying];
  const steps = rules.flatMap(({ step }) => step ?? []);

  // A step that depends on a parameter is the length of its records. Where no value gives one, records have no length.
  const stepGiving = spans.filter(([, byValue]) =>
    Object.values(byValue).some(({ step }) => step !== undefined),
  );
  if ((spans.length > 0 && applying.length === 0) || (stepGiving.length > 0 && steps.length === 0)) {
    throw new RangeError(uncuttable(stepGiving.length > 0 ? stepGiving : spans, valueGiven));
  }
  return {
    step: steps.reduce<UtcUnit>(longer, scheme.format === "date" ? "day" : "second"),
    max: rules.flatMap(({ max }) => max ?? []),
  };
}

const longer = (a: UtcUnit, b: UtcUnit): UtcUnit => (UNITS.indexOf(a) > UNITS.indexOf(b) ? a : b);

function uncuttable(
  spans: [string, Readonly<Record<string, WindowSpan>>][],
  valueGiven: (param: string) => unknown,
): string {
  const given = spans.map(([param]) => `${param} ${valueGiven(param) ?? "left out"}`).join(" and ");
  const accepted = spans.map(([param, byValue]) => `${param} ${Object.keys(byValue).join(", ")}`).join("; ");
  return `with ${given} a record covers the whole range, so cutting it would change the records; a window needs ${accepted}`;
}
