/** Whether a text is a JSON Pointer (RFC 6901): empty, or tokens that each start with a slash. */
export const isPointer = (text: string): boolean => /^(\/([^~]|~[01])*)?$/su.test(text);

/**
 * The unescaped tokens of a JSON Pointer; none for `""`, the whole document.
 *
 * @throws TypeError if the text is not a JSON Pointer.
 */
export function parsePointer(text: string): string[] {
  if (!isPointer(text)) throw new TypeError(`${JSON.stringify(text)} is not a JSON Pointer`);
  return text
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

export const formatPointer = (tokens: readonly string[]): string =>
  tokens.map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
