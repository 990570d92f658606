import { child, type Place } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";
import { alternatives } from "../schema/alternatives.ts";
import { atPointer } from "../schema/at-pointer.ts";
import { isDescribedObject } from "../schema/is-described-object.ts";
import { jsonBody } from "../schema/success-response.ts";
import { typesOf } from "../schema/types-of.ts";
import { describeMiss } from "./describe-miss.ts";
import { type Problem, problemAt } from "./problem.ts";

/** `items` leads to an array of records whose fields are described, so that a record's type is never `unknown`. */
export function checkItems(spec: Spec, response: Place, items: Place): Problem[] {
  if (typeof items.value !== "string") return [];
  const body = jsonBody(spec, response);
  if (body === undefined)
    return [problemAt(items, "the response has no JSON body whose schema is described")];
  const landing = atPointer(spec, body, items.value);
  if (landing.missing !== undefined) return [problemAt(items, `items ${describeMiss(items.value, landing)}`)];
  const arrays = landing.schemas.filter((schema) => typesOf(schema).includes("array"));
  if (arrays.length === 0) {
    const types = [...new Set(landing.schemas.flatMap(typesOf))].join(" or ") || "not described";
    return [problemAt(items, `items must lead to an array; "${items.value}" is ${types}`)];
  }
  const records = arrays.flatMap((array) => alternatives(spec, child(array, "items")));
  if (records.some(isDescribedObject)) return [];
  return [
    problemAt(items, `the records at "${items.value}" are not described: their schema has no properties`),
  ];
}
