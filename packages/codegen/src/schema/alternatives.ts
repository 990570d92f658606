import { child, elements, type Place } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";

/**
 * A schema taken apart: itself and all that it is composed of, through `$ref`, `allOf`, `anyOf` and `oneOf`. What any of
 * them describes, a value of the schema may have.
 */
export const alternatives = (spec: Spec, schema: Place): Place[] =>
  composition(spec, schema, ["allOf", "anyOf", "oneOf"]);

/** Itself and all that it includes, through `$ref` and `allOf`. What any of them demands, every value fulfils. */
export const inclusions = (spec: Spec, schema: Place): Place[] => composition(spec, schema, ["allOf"]);

function composition(spec: Spec, schema: Place, keywords: readonly string[]): Place[] {
  const found = new Map<unknown, Place>();
  const collect = (listed: Place) => {
    const place = spec.follow(listed);
    if (place === undefined || found.has(place.value)) return;
    found.set(place.value, place);
    for (const keyword of keywords) elements(child(place, keyword)).forEach(collect);
  };
  collect(schema);
  return [...found.values()];
}
