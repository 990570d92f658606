import { isObject, type JsonObject } from "./json.ts";
import type { Parameter } from "./operation.ts";
import { resolve } from "./resolve.ts";

/**
 * A parameter's value as a caller gives it, from its texts on the wire: numbers and booleans where the schema takes no
 * string, arrays where it takes no single value or where several stood under the array's name.
 */
export function fromWire(
  document: JsonObject,
  { schema }: Pick<Parameter, "schema">,
  texts: readonly string[],
  asArray: boolean,
): unknown {
  const types = typesOf(document, schema);
  if (asArray || texts.length > 1 || (types.has("array") && types.size === 1)) {
    const items = resolve(document, schema).items ?? {};
    return texts.map((text) => scalar(typesOf(document, items), text));
  }
  return scalar(types, texts[0] ?? "");
}

function scalar(types: ReadonlySet<string>, text: string): unknown {
  if (types.has("string") || types.size === 0) return text;
  if ((types.has("integer") || types.has("number")) && text.trim() !== "" && Number.isFinite(Number(text)))
    return Number(text);
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  return text;
}

/** All JSON types that a schema takes, its alternatives included. */
function typesOf(document: JsonObject, node: unknown): Set<string> {
  if (!isObject(node)) return new Set();
  const schema = resolve(document, node);
  const own = [schema.type ?? []].flat().map(String);
  const alternatives = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  return new Set([...own, ...alternatives.flatMap((member) => [...typesOf(document, member)])]);
}
