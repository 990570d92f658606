import { tokens } from "../document/json-pointer.ts";
import { child, isRecord, members, type Place } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";
import { alternatives } from "./alternatives.ts";

/** Where a pointer into a value leads in that value's schema, or the step at which the description ends. */
export type Landing =
  | { readonly schemas: readonly Place[]; readonly missing?: never }
  | { readonly missing: string; readonly known: readonly string[] };

/** Follows a JSON Pointer into the values that a schema describes. */
export function atPointer(spec: Spec, schema: Place, pointer: string): Landing {
  let schemas = alternatives(spec, schema);
  for (const token of tokens(pointer)) {
    const below = schemas.flatMap((each) => step(each, token));
    if (below.length === 0) return { missing: token, known: schemas.flatMap(propertyNames) };
    schemas = below.flatMap((each) => alternatives(spec, each));
  }
  return { schemas };
}

function step(schema: Place, token: string): Place[] {
  const property = child(child(schema, "properties"), token);
  if (property.value !== undefined) return [property];
  const items = child(schema, "items");
  if (isRecord(items.value) && /^\d+$/.test(token)) return [items];
  const rest = child(schema, "additionalProperties");
  return isRecord(rest.value) && Object.keys(rest.value).length > 0 ? [rest] : [];
}

const propertyNames = (schema: Place): string[] => members(child(schema, "properties")).map(([name]) => name);
