import { exactNumbersIn, parseExact } from "@usagewire/pagination/internal";
import { asArray, asObject, isObject, type JsonObject, resolve } from "./json.ts";
import type { Body } from "./recording.ts";
import type { Operation, Spec } from "./spec.ts";

/** A recorded body as a client must return it: with the numbers as text that the spec describes as exact. */
export function deliveredBody({ document }: Spec, { responses }: Operation, { text, json }: Body): unknown {
  if (json === undefined) return undefined;
  const pointers = Object.entries(responses).flatMap(([status, response]) =>
    status.startsWith("2") ? Object.values(asObject(resolve(document, response).content)) : [],
  );
  return parseExact(
    text,
    pointers.flatMap((media) => exactPointers(document, asObject(media).schema)),
  );
}

function exactPointers(document: Spec["document"], schema: unknown): string[] {
  const parts = (node: unknown): JsonObject[] => {
    const found = new Set<JsonObject>();
    const add = (listed: unknown) => {
      if (!isObject(listed)) return;
      const part = resolve(document, listed);
      if (found.has(part)) return;
      found.add(part);
      for (const key of ["allOf", "anyOf", "oneOf"]) asArray(part[key]).forEach(add);
    };
    add(node);
    return [...found];
  };
  const below = (part: unknown): [string, unknown][] => {
    const { properties, items, additionalProperties, prefixItems, patternProperties } = asObject(part);
    const others = [
      items,
      additionalProperties,
      ...asArray(prefixItems),
      ...Object.values(asObject(patternProperties)),
    ];
    return [...Object.entries(asObject(properties)), ...others.map((node): [string, unknown] => ["*", node])];
  };
  return exactNumbersIn<unknown>(schema, { parts, schemaOf: (part) => part, below }).pointers;
}
