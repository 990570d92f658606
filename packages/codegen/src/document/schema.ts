import { parsePointer } from "@usagewire/pagination/internal";
import { child, elements, isRecord, members, type Spec, type SpecNode } from "./spec.ts";

/** A schema and all schemas that it is composed of by `$ref`, `allOf`, `anyOf` and `oneOf`: each may describe a value. */
export const composedSchemas = (spec: Spec, schema: SpecNode): SpecNode[] =>
  collect(spec, schema, ["allOf", "anyOf", "oneOf"]);

/** A schema and all schemas that it includes by `$ref` and `allOf`: each describes every value. */
export const includedSchemas = (spec: Spec, schema: SpecNode): SpecNode[] => collect(spec, schema, ["allOf"]);

function collect(spec: Spec, schema: SpecNode, keywords: readonly string[]): SpecNode[] {
  const found = new Map<unknown, SpecNode>();
  const add = (listed: SpecNode) => {
    const node = spec.resolve(listed);
    if (node === undefined || found.has(node.value)) return;
    found.set(node.value, node);
    for (const keyword of keywords) elements(child(node, keyword)).forEach(add);
  };
  add(schema);
  return [...found.values()];
}

/** The JSON types that a single schema allows, without `null`: from `type`, or else from what its other keywords imply. */
export function typesOf(schema: SpecNode): string[] {
  const { value } = child(schema, "type");
  const named = (Array.isArray(value) ? value : [value]).filter(
    (type): type is string => typeof type === "string",
  );
  return (named.length > 0 ? named : impliedTypes(schema)).filter((type) => type !== "null");
}

function impliedTypes(schema: SpecNode): string[] {
  const has = (keyword: string) => child(schema, keyword).value !== undefined;
  if (has("properties") || has("additionalProperties")) return ["object"];
  if (has("items") || has("prefixItems")) return ["array"];
  if (has("x-extensible-enum")) return ["string"];
  const { value } = child(schema, "enum");
  const values = Array.isArray(value) ? value : has("const") ? [child(schema, "const").value] : [];
  return [...new Set(values.filter((one) => one !== null).map(typeOfValue))];
}

const typeOfValue = (value: unknown): string => (Array.isArray(value) ? "array" : typeof value);

/** The types of several schemas, each once. */
export const typesOfAll = (schemas: readonly SpecNode[]): string[] => [...new Set(schemas.flatMap(typesOf))];

/** Whether a schema, or one that it is composed of, allows an array. */
export const allowsArray = (spec: Spec, schema: SpecNode): boolean =>
  typesOfAll(composedSchemas(spec, schema)).includes("array");

/** Whether a single schema is an array whose elements are objects with known properties. */
export const isArrayOfRecords = (spec: Spec, schema: SpecNode): boolean =>
  typesOf(schema).includes("array") &&
  composedSchemas(spec, child(schema, "items")).some((element) => propertyNames(element).length > 0);

const propertyNames = (schema: SpecNode): string[] =>
  members(child(schema, "properties")).map(([name]) => name);

type Scalar = string | number | boolean;

export interface ListedValues {
  readonly values?: readonly Scalar[];
  /** Other values are possible, too. */
  readonly open?: true;
}

/** The values that a schema lists by `enum`, `const` or `x-extensible-enum`, or by those of its alternatives. */
export function listedValues(spec: Spec, schema: SpecNode): ListedValues {
  const node = spec.resolve(schema);
  if (node === undefined) return {};
  const own = ownValues(node);
  if (own.values !== undefined) return own;
  for (const part of elements(child(node, "allOf"))) {
    const included = listedValues(spec, part);
    if (included.values !== undefined) return included;
  }
  const choices = [...elements(child(node, "anyOf")), ...elements(child(node, "oneOf"))].flatMap((choice) => {
    const found = spec.resolve(choice);
    return found === undefined || child(found, "type").value === "null" ? [] : [listedValues(spec, found)];
  });
  const values = [...new Set(choices.flatMap((choice) => choice.values ?? []))];
  if (values.length === 0) return {};
  const closed = choices.every((choice) => choice.values !== undefined && choice.open === undefined);
  return closed ? { values } : { values, open: true };
}

function ownValues(schema: SpecNode): ListedValues {
  const scalarsAt = (keyword: string): Scalar[] => {
    const { value } = child(schema, keyword);
    return (Array.isArray(value) ? value : [value]).filter(isScalar);
  };
  const closed = [...scalarsAt("const"), ...scalarsAt("enum")];
  if (closed.length > 0) return { values: closed };
  const open = typesOf(schema).includes("string") ? scalarsAt("x-extensible-enum") : [];
  return open.length > 0 ? { values: open, open: true } : {};
}

const isScalar = (value: unknown): value is Scalar => ["string", "number", "boolean"].includes(typeof value);

/** The schemas of the values at a pointer, or the first token that no schema describes. */
export type SchemaLookup =
  | { readonly schemas: readonly SpecNode[]; readonly missing?: never }
  | { readonly missing: string; readonly known: readonly string[] };

/**
 * Follows a JSON Pointer into the values that a schema describes.
 *
 * @throws TypeError if the text is not a JSON Pointer.
 */
export function schemasAt(spec: Spec, schema: SpecNode, pointer: string): SchemaLookup {
  let schemas = composedSchemas(spec, schema);
  for (const token of parsePointer(pointer)) {
    const below = schemas.flatMap((each) => schemasBelow(each, token));
    if (below.length === 0) return { missing: token, known: schemas.flatMap(propertyNames) };
    schemas = below.flatMap((each) => composedSchemas(spec, each));
  }
  return { schemas };
}

function schemasBelow(schema: SpecNode, token: string): SpecNode[] {
  const property = child(child(schema, "properties"), token);
  if (property.value !== undefined) return [property];
  const items = child(schema, "items");
  if (isRecord(items.value) && /^\d+$/.test(token)) return [items];
  const others = child(schema, "additionalProperties");
  return members(others).length > 0 ? [others] : [];
}
