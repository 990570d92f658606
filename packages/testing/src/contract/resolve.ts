import { atPointer, isObject, type JsonObject } from "./json.ts";

/** Follows `$ref`s within the document, as they stand in place of parameters, responses, headers and schemas. */
export function resolve(document: JsonObject, node: unknown): JsonObject {
  let target = node;
  for (let hops = 0; isObject(target) && typeof target.$ref === "string"; hops++) {
    if (hops > 20) throw new Error(`${target.$ref} refers to itself`);
    target = resolveReference(document, target.$ref);
  }
  return isObject(target) ? target : {};
}

/** @throws Error for a reference into another document, and one to nothing. */
export function resolveReference(document: JsonObject, reference: string): unknown {
  const target = reference.startsWith("#/")
    ? atPointer(document, decodeURIComponent(reference.slice(1)))
    : undefined;
  if (target === undefined) throw new Error(`${reference} refers to nothing in this document`);
  return target;
}
