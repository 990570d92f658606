import type { OpenAPI3 } from "openapi-typescript";
import { isRecord } from "../document/place.ts";
import { type Spec, specOf } from "../document/spec.ts";
import { dataKeywords, isSchemaRole, walk } from "../document/walk.ts";

/**
 * A copy of the spec for openapi-typescript, which changes what it is given, takes YAML's shared nodes for one, and
 * follows a `$ref` wherever one is written. What types are not made of is left out.
 */
export function prepareDocument(spec: Spec): OpenAPI3 {
  const copy = JSON.parse(JSON.stringify(spec.root.value));
  walk(specOf(new Map([["", copy]])), ({ value }, role) => {
    if (!isRecord(value)) return;
    for (const [key, below] of Object.entries(value)) if (isIdle(key, below)) delete value[key];
    if (isSchemaRole(role)) nullAsType(value);
  });
  return copy;
}

/**
 * Whether a member has no part in types: extensions; examples with names, which may be a quarter of a document, and would be
 * walked several times; and other data with a `$ref` in it, which need not lead anywhere.
 */
function isIdle(key: string, value: unknown): boolean {
  if (key.startsWith("x-")) return key !== "x-extensible-enum";
  if (key === "examples" && isRecord(value)) return true;
  return dataKeywords.has(key) && JSON.stringify(value).includes('"$ref"');
}

/** OpenAPI 3.0's `nullable` on an open enum as 3.1 says it, so that our type for it is the only one to add `null`. */
function nullAsType(schema: Record<string, unknown>): void {
  if (schema["x-extensible-enum"] === undefined || schema.nullable !== true) return;
  schema.type = [schema.type, "null"];
  delete schema.nullable;
}
