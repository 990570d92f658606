import { isPointer, parsePointer, readPointer } from "@usagewire/pagination/internal";

/** A JSON object with unknown members. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value, or an empty object if it is not an object: for optional parts of a document. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The value, or an empty list if it is not a list. */
export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Follows the `$ref`s of a node: parameters, responses, headers and schemas may be references. */
export function resolve(document: JsonObject, node: unknown): JsonObject {
  let target = node;
  for (let hops = 0; isObject(target) && typeof target.$ref === "string"; hops++) {
    if (hops > 20) throw new Error(`$ref ${target.$ref} refers to itself`);
    target = resolveReference(document, target.$ref);
  }
  return asObject(target);
}

/** @throws Error if the reference leads nowhere, or out of the document. */
export function resolveReference(document: JsonObject, reference: string): unknown {
  if (!reference.startsWith("#/")) {
    throw new Error(`$ref ${reference} leads to another document; bundle the spec into one document first`);
  }
  const pointer = decodeURIComponent(reference.slice(1));
  const target = isPointer(pointer) ? readPointer(document, parsePointer(pointer)) : undefined;
  if (target === undefined) throw new Error(`$ref ${reference} leads to nothing in the document`);
  return target;
}

/** A value as it is shown in a message. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
