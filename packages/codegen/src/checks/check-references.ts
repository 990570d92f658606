import { tokens } from "../document/json-pointer.ts";
import { child, children, type Place } from "../document/place.ts";
import { addressOf } from "../document/pointer-of.ts";
import { resolveReference } from "../document/resolve-reference.ts";
import type { Spec } from "../document/spec.ts";
import { isSchemaRole } from "../document/walk.ts";
import { didYouMean } from "./did-you-mean.ts";
import { type PlaceCheck, problemAt } from "./problem.ts";

/** Every `$ref` leads somewhere, and that of a schema to no example, of which no types are made. */
export const checkReferences: PlaceCheck = (place, role, spec) => {
  const ref = child(place, "$ref");
  if (ref.value === undefined) return [];
  const fault = typeof ref.value === "string" ? faultOf(spec, place, ref.value) : "is no string";
  if (fault === undefined && isSchemaRole(role) && String(ref.value).includes("#/components/examples/")) {
    return [
      problemAt(ref, `$ref ${JSON.stringify(ref.value)} leads to an example, where a schema is wanted`),
    ];
  }
  return fault === undefined ? [] : [problemAt(ref, `$ref ${JSON.stringify(ref.value)} ${fault}`)];
};

function faultOf(spec: Spec, place: Place, ref: string): string | undefined {
  const reference = resolveReference(place.file, ref);
  if (reference.refused !== undefined) return reference.refused;
  if (reference.file === "" && reference.pointer === "") return "leads to the whole spec";
  const top = spec.files.find(({ file }) => file === reference.file);
  if (top === undefined) return `leads to the file "${reference.file}", which cannot be read`;
  if (spec.follow(place) !== undefined) return undefined;
  if (spec.target(place) !== undefined) return isCircle(spec, place) ? "leads in a circle" : undefined;
  let at = top;
  for (const token of tokens(reference.pointer)) {
    const next = child(at, token);
    if (next.value === undefined) {
      const known = children(at).map(([key]) => key);
      return `leads nowhere: no "${token}" in ${addressOf(at)}${didYouMean(token, known)}`;
    }
    at = next;
  }
  return "leads nowhere";
}

function isCircle(spec: Spec, start: Place): boolean {
  const seen = new Set<unknown>();
  for (let at: Place | undefined = start; at !== undefined; at = spec.target(at)) {
    if (seen.has(at.value)) return true;
    seen.add(at.value);
  }
  return false;
}
