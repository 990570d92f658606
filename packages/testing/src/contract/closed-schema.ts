import { asObject, isObject, type JsonObject } from "./json.ts";
import { resolveReference } from "./resolve.ts";

/** Keywords whose schemas describe the same value as the schema that they stand in. */
const IN_PLACE = new Set(["allOf", "anyOf", "oneOf", "if", "then", "else", "not", "dependentSchemas"]);
/** Keywords that hold schemas by name, and those that hold a schema or a list of them. */
const BY_NAME = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);
const SCHEMAS = new Set([
  ...["allOf", "anyOf", "oneOf", "if", "then", "else", "not"],
  ...["items", "prefixItems", "contains", "additionalProperties", "unevaluatedItems", "propertyNames"],
]);

/**
 * A copy of a schema, complete in itself, that refuses every property that is not described: published schemas are
 * open to new fields, and a renamed field would pass through them unseen. What objects say about their other properties
 * (`additionalProperties`) stays as it is.
 */
export function closedSchema(document: JsonObject, schema: unknown): unknown {
  const definitions: Record<string, unknown> = {};
  const names = new Map<string, string>();

  // A part describes some of an object's properties; the schema that composes the parts is what gets closed.
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

  const copy = (node: unknown, part: boolean): unknown => {
    if (!isObject(node)) return node;
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

/** A bare reference is closed where it leads to. */
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
