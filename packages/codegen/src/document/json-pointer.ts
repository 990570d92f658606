/** One step of a JSON Pointer (RFC 6901), escaped. */
export const escapeToken = (token: string): string =>
  // Most have nothing to escape, and there are a million of them in a large spec.
  /[~/]/.test(token) ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;

const unescapeToken = (token: string): string => token.replaceAll("~1", "/").replaceAll("~0", "~");

/** Whether a text is a JSON Pointer: empty, or steps that each begin with a slash. */
export const isPointer = (text: string): boolean => /^(\/([^~]|~[01])*)?$/su.test(text);

/** The steps of a JSON Pointer; none for `""`, the whole document. */
export const tokens = (pointer: string): string[] => pointer.split("/").slice(1).map(unescapeToken);
