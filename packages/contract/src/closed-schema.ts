import { asObject, isObject, type JsonObject, resolveReference } from "./json.ts";

/** Keywords whose schemas describe the same value as the schema around them. */
const IN_PLACE = new Set(["allOf", "anyOf", "oneOf", "if", "then", "else", "not", "dependentSchemas"]);
/** Keywords with an object of schemas, and keywords with a schema or a list of schemas. */
const BY_NAME = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);
const SCHEMAS = new Set([
  ...["allOf", "anyOf", "oneOf", "if", "then", "else", "not"],
  ...["items", "prefixItems", "contains", "additionalProperties", "unevaluatedItems", "propertyNames"],
]);

/**
 * A self-contained copy of a schema that rejects properties that the schema does not describe. Specs usually allow
 * unknown properties, so that a renamed field would go unnoticed. An explicit `additionalProperties` is kept.
 */
export function closedSchema(document: JsonObject, schema: unknown): unknown {
  const isVersion30 = String(document.openapi).startsWith("3.0");
  const definitions: Record<string, unknown> = {};
  const names = new Map<string, string>();

  // A part describes some of the properties of an object. Only the schema that composes the parts is closed.
  const refer = (reference: string, part: boolean): string => {
    const key = `${part ? "part" : "whole"} ${reference}`;
    const known = names.get(key);
    const name = known ?? `s${names.size}`;
    if (known === undefined) {
      names.set(key, name);
      definitions[name] = copy(resolveReference(document, reference), part);
    }
    return `#/$defs/${name}`;
  };

  const copyMember = (keyword: string, value: unknown, part: boolean): unknown => {
    if (keyword === "$ref") return refer(String(value), part);
    if (BY_NAME.has(keyword)) {
      return Object.fromEntries(
        Object.entries(asObject(value)).map(([name, member]) => [name, copy(member, part)]),
      );
    }
    if (!SCHEMAS.has(keyword)) return value;
    return Array.isArray(value) ? value.map((member) => copy(member, part)) : copy(value, part);
  };

  const copy = (original: unknown, part: boolean): unknown => {
    if (!isObject(original)) return original;
    const node = isVersion30 ? toJsonSchema(original) : original;
    const composes = isComposed(node);
    const members = Object.entries(node).map(([keyword, value]) => {
      const inPlace = IN_PLACE.has(keyword) || (keyword === "$ref" && (part || composes));
      return [keyword, copyMember(keyword, value, inPlace)] as const;
    });
    const close =
      composes && !part && !("unevaluatedProperties" in node) && describesProperties(document, node);
    return { ...Object.fromEntries(members), ...(close && { unevaluatedProperties: false }) };
  };

  const root = copy(schema, false);
  return isObject(root) ? { ...root, $defs: definitions } : root;
}

/** Replaces the keywords of OpenAPI 3.0 that JSON Schema 2020-12 does not have. */
function toJsonSchema(schema: JsonObject): JsonObject {
  const { nullable, exclusiveMinimum, exclusiveMaximum, ...others } = schema;
  const { minimum, maximum, ...unbounded } = others;
  const bounded = {
    ...unbounded,
    ...bound("minimum", "exclusiveMinimum", minimum, exclusiveMinimum),
    ...bound("maximum", "exclusiveMaximum", maximum, exclusiveMaximum),
  };
  if (nullable !== true) return bounded;
  if (typeof schema.type !== "string") return { anyOf: [bounded, { type: "null" }] };
  return {
    ...bounded,
    type: [schema.type, "null"],
    ...(Array.isArray(schema.enum) && { enum: [...new Set([...schema.enum, null])] }),
  };
}

function bound(inclusive: string, exclusive: string, limit: unknown, isExclusive: unknown): JsonObject {
  if (limit === undefined) return {};
  return isExclusive === true ? { [exclusive]: limit } : { [inclusive]: limit };
}

/** A reference alone is closed where it leads to. */
function isComposed(schema: JsonObject): boolean {
  return Object.keys(schema).some((keyword) => keyword === "properties" || IN_PLACE.has(keyword));
}

function describesProperties(document: JsonObject, node: unknown, seen = new Set<unknown>()): boolean {
  if (!isObject(node) || seen.has(node)) return false;
  seen.add(node);
  if ("properties" in node) return true;
  const referred = typeof node.$ref === "string" ? [resolveReference(document, node.$ref)] : [];
  const members = [...IN_PLACE].flatMap((keyword) => node[keyword] ?? []);
  return [...referred, ...members].some((member) => describesProperties(document, member, seen));
}
