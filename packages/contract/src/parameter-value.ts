import { asArray, asObject, isObject, type JsonObject, resolve } from "./json.ts";
import type { Parameter } from "./spec.ts";

/** The value of a query parameter, and the names that it has in the query. */
export interface QueryValue {
  /** Undefined if the parameter was not sent. */
  readonly value: unknown;
  readonly names: readonly string[];
}

const DELIMITERS: Readonly<Record<string, string>> = { form: ",", spaceDelimited: " ", pipeDelimited: "|" };

/** Reads a parameter from a query as its `style`, `explode` and `x-array-name` say. */
export function queryValue(document: JsonObject, parameter: Parameter, query: URLSearchParams): QueryValue {
  const { name, schema, arrayName, style, explode } = parameter;
  if (style === "deepObject") {
    const names = [...new Set(query.keys())].filter((key) => key.startsWith(`${name}[`) && key.endsWith("]"));
    const properties = asObject(resolve(document, schema).properties);
    const members = names.map((key) => {
      const member = key.slice(name.length + 1, -1);
      return [member, decodeValue(document, properties[member] ?? {}, query.getAll(key))] as const;
    });
    return { value: members.length > 0 ? Object.fromEntries(members) : undefined, names };
  }
  const texts = query.getAll(name);
  const delimiter = explode ? undefined : DELIMITERS[style];
  const [text] = texts;
  if (delimiter !== undefined && text !== undefined && typesOf(document, schema).has("array")) {
    return { value: decodeArray(document, schema, text.split(delimiter)), names: [name] };
  }
  const many = arrayName === undefined ? [] : query.getAll(arrayName);
  const names = [name, arrayName ?? name];
  if (texts.length > 0) return { value: decodeValue(document, schema, texts), names };
  return { value: many.length > 0 ? decodeArray(document, schema, many) : undefined, names };
}

/**
 * The value that a caller gives for a parameter or header with these texts: a number or boolean if the schema does not
 * accept a string, an array if there are several texts or the schema accepts nothing else.
 */
export function decodeValue(document: JsonObject, schema: unknown, texts: readonly string[]): unknown {
  const types = typesOf(document, schema);
  if (texts.length > 1 || (types.has("array") && types.size === 1))
    return decodeArray(document, schema, texts);
  return decodeScalar(types, texts[0] ?? "");
}

function decodeArray(document: JsonObject, schema: unknown, texts: readonly string[]): unknown[] {
  const types = typesOf(document, itemsOf(document, schema));
  return texts.map((text) => decodeScalar(types, text));
}

function decodeScalar(types: ReadonlySet<string>, text: string): unknown {
  if (types.has("string")) return text;
  const isNumber = text.trim() !== "" && Number.isFinite(Number(text));
  if ((types.has("integer") || types.has("number")) && isNumber) return Number(text);
  if (types.has("boolean") && (text === "true" || text === "false")) return text === "true";
  return text;
}

/** The schema of the items of an array, which may be one of several alternatives. */
function itemsOf(document: JsonObject, node: unknown): unknown {
  const schema = resolve(document, node);
  return schema.items ?? alternatives(schema).flatMap((one) => itemsOf(document, one) ?? [])[0];
}

/** All JSON types that a schema accepts, including those of its alternatives. */
function typesOf(document: JsonObject, node: unknown): Set<string> {
  if (!isObject(node)) return new Set();
  const schema = resolve(document, node);
  const own = [schema.type ?? []].flat().map(String);
  return new Set([...own, ...alternatives(schema).flatMap((one) => [...typesOf(document, one)])]);
}

function alternatives({ oneOf, anyOf, allOf }: JsonObject): unknown[] {
  return [oneOf, anyOf, allOf].flatMap(asArray);
}
