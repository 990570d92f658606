import type { Parameter } from "../document/operations.ts";
import { child, type Place, stringAt } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";
import { alternatives, inclusions } from "../schema/alternatives.ts";
import { describeValues } from "../schema/describe-values.ts";
import { typesOf } from "../schema/types-of.ts";
import { describeSerialisation } from "./describe-serialisation.ts";

/**
 * What a document says of a parameter. Of a schema
 * with alternatives only what holds for all of them, except that a date among them is worth knowing.
 */
export function describeParameter(spec: Spec, { place }: Parameter): { readonly [key: string]: unknown } {
  const schema = child(place, "schema");
  const demanded = inclusions(spec, schema);
  const types = typesIn(alternatives(spec, schema));
  return {
    type: types.length > 1 ? types : (types[0] ?? "string"),
    format: first(demanded, "format") ?? dateFormat(alternatives(spec, schema)),
    required: child(place, "required").value === true ? true : undefined,
    ...describeValues(spec, schema),
    pattern: first(demanded, "pattern"),
    minimum: first(demanded, "minimum"),
    maximum: first(demanded, "maximum"),
    default: first(demanded, "default"),
    ...describeSerialisation(place),
    arrayName: stringAt(place, "x-array-name"),
    clientDefault: stringAt(place, "x-client-default"),
  };
}

function typesIn(schemas: readonly Place[]): string[] {
  return [...new Set(schemas.flatMap(typesOf))];
}

function first(schemas: readonly Place[], keyword: string): unknown {
  return schemas.map((schema) => child(schema, keyword).value).find((value) => value !== undefined);
}

function dateFormat(schemas: readonly Place[]): string | undefined {
  return schemas
    .map((schema) => stringAt(schema, "format"))
    .find((format) => format === "date" || format === "date-time");
}
