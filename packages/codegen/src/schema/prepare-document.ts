import type { OpenAPI3 } from "openapi-typescript";
import { isRecord } from "../document/place.ts";
import { type Spec, specOf } from "../document/spec.ts";
import { dataKeywords, isSchemaRole, walk } from "../document/walk.ts";

/**
 * A copy of the spec for openapi-typescript, which changes what it is given, takes YAML's shared nodes for one, and
 * follows a `$ref` wherever one is written. So what types are not made of is left out: extensions, and examples and other
 * data with a `$ref` in them, which need not lead anywhere.
 */
export function prepareDocument(spec: Spec): OpenAPI3 {
  const copy = JSON.parse(JSON.stringify(spec.root.value));
  walk(specOf(new Map([["", copy]])), ({ value }, role) => {
    if (!isRecord(value)) return;
    for (const key of Object.keys(value)) {
      const isExtension = key.startsWith("x-") && key !== "x-extensible-enum";
      if (isExtension || (dataKeywords.has(key) && JSON.stringify(value[key]).includes('"$ref"')))
        delete value[key];
    }
    if (isSchemaRole(role)) nullAsType(value);
  });
  return copy;
}

/** OpenAPI 3.0's `nullable` on an open enum as 3.1 says it, so that our type for it is the only one to add `null`. */
function nullAsType(schema: Record<string, unknown>): void {
  if (schema["x-extensible-enum"] === undefined || schema.nullable !== true) return;
  schema.type = [schema.type, "null"];
  delete schema.nullable;
}
