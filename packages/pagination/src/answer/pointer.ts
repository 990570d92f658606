/**
 * Compiles a JSON Pointer (RFC 6901) to a function that reads it; what does not resolve is `undefined`.
 *
 * @throws TypeError when the text is not a JSON Pointer.
 */
export function pointer(text: string): (body: unknown) => unknown {
  if (text !== "" && !text.startsWith("/")) {
    throw new TypeError(`"${text}" is not a JSON Pointer: it must be empty or start with "/"`);
  }
  const keys = text.split("/").slice(1).map(unescapeKey);
  return (body) => keys.reduce(member, body);
}

const unescapeKey = (key: string): string => key.replaceAll("~1", "/").replaceAll("~0", "~");

function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  // hasOwn has just proved the key; TypeScript does not narrow by it.
  return (value as Record<string, unknown>)[key];
}
