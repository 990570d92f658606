/** A JSON object whose members are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one where it is none, for optional parts of a document. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** What a JSON Pointer names; `undefined` where nothing stands there. */
export function atPointer(document: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((node, token) => {
      if (Array.isArray(node)) return node[Number(token)];
      return isObject(node) ? node[token] : undefined;
    }, document);
}

/** A value as it is shown in a failure. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
