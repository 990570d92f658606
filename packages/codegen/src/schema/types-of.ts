import { child, type Place } from "../document/place.ts";

/** The JSON types that a schema itself names, `null` left out; what it does not name is told by its other keywords. */
export function typesOf(schema: Place): string[] {
  const { value } = child(schema, "type");
  const named = (Array.isArray(value) ? value : [value]).filter(
    (type): type is string => typeof type === "string",
  );
  return (named.length > 0 ? named : implied(schema)).filter((type) => type !== "null");
}

function implied(schema: Place): string[] {
  const has = (keyword: string) => child(schema, keyword).value !== undefined;
  if (has("properties") || has("additionalProperties")) return ["object"];
  if (has("items") || has("prefixItems")) return ["array"];
  if (has("x-extensible-enum")) return ["string"];
  const { value } = child(schema, "enum");
  const values = Array.isArray(value) ? value : has("const") ? [child(schema, "const").value] : [];
  return [...new Set(values.filter((one) => one !== null).map(typeOfValue))];
}

const typeOfValue = (value: unknown): string => (Array.isArray(value) ? "array" : typeof value);
