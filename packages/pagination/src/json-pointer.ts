/** Whether a text is a JSON Pointer (RFC 6901): empty, or tokens that each start with `/` and hold `~` only in `~0` and `~1`. */
export const isPointer = (text: string): boolean => /^(\/([^~]|~[01])*)?$/su.test(text);

/**
 * Splits a JSON Pointer into its unescaped tokens: `/a~1b/0` gives `["a/b", "0"]`.
 *
 * @throws TypeError if the text is not a JSON Pointer.
 */
export function parsePointer(text: string): string[] {
  if (!isPointer(text)) {
    throw new TypeError(
      `"${text}" is not a JSON Pointer; it must be empty or start with "/", and "~" in a key is written "~0"`,
    );
  }
  return text.split("/").slice(1).map(unescapeToken);
}

/** Joins tokens to a JSON Pointer. */
export const formatPointer = (tokens: readonly string[]): string =>
  tokens.map((token) => `/${escapePointerToken(token)}`).join("");

/** Escapes one token of a JSON Pointer: `a/b` becomes `a~1b`. */
export const escapePointerToken = (token: string): string =>
  // Codegen escapes a million tokens in a large spec, and few of them need it.
  /[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;

const unescapeToken = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");

/** Returns what the tokens lead to in a JSON value, `undefined` if there is nothing. Reads own properties only. */
export const readPointer = (value: unknown, tokens: readonly string[]): unknown =>
  tokens.reduce(readMember, value);

function readMember(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  // TypeScript does not narrow by hasOwn.
  return (value as Record<string, unknown>)[key];
}
