import { child, elements, isRecord, type Place } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";
import { typesOf } from "./types-of.ts";

export type Scalar = string | number | boolean;

/** The values that a schema lists, if it does. */
export interface Values {
  readonly values?: readonly Scalar[];
  /** Others are possible too. */
  readonly open?: true;
}

/** The values that a schema lists: by `enum`, `const` or `x-extensible-enum`, also in its alternatives. */
export function describeValues(spec: Spec, schema: Place): Values {
  const place = spec.follow(schema);
  if (place === undefined) return {};
  const own = listed(place);
  if (own.values !== undefined) return own;
  for (const part of elements(child(place, "allOf"))) {
    const inherited = describeValues(spec, part);
    if (inherited.values !== undefined) return inherited;
  }
  const choices = [...elements(child(place, "anyOf")), ...elements(child(place, "oneOf"))].flatMap(
    (choice) => {
      const found = spec.follow(choice);
      return found === undefined || (isRecord(found.value) && found.value.type === "null")
        ? []
        : [describeValues(spec, found)];
    },
  );
  const values = [...new Set(choices.flatMap((choice) => choice.values ?? []))];
  if (values.length === 0) return {};
  const closed = choices.every((choice) => choice.values !== undefined && choice.open === undefined);
  return closed ? { values } : { values, open: true };
}

function listed(place: Place): Values {
  const scalars = (value: unknown): Scalar[] => (Array.isArray(value) ? value : [value]).filter(isScalar);
  const closed = [...scalars(child(place, "const").value), ...scalars(child(place, "enum").value)];
  if (closed.length > 0) return { values: closed };
  const open = typesOf(place).includes("string") ? scalars(child(place, "x-extensible-enum").value) : [];
  return open.length > 0 ? { values: open, open: true } : {};
}

const isScalar = (value: unknown): value is Scalar => ["string", "number", "boolean"].includes(typeof value);
