import { encodeBase64 } from "./bytes.ts";

const MIN_LENGTH = 4;

/**
 * A pattern that finds secrets in a text in any form: as they are, percent-encoded (once or twice, in whole or in
 * part), JSON-escaped, or in base64 at any offset, as in a Basic credential. Undefined if there are no secrets.
 *
 * @throws RangeError if a secret is so short that it would match unrelated text.
 */
export function secretPattern(secrets: readonly string[]): RegExp | undefined {
  for (const [index, secret] of secrets.entries()) {
    if (secret.length < MIN_LENGTH)
      throw new RangeError(
        `secrets[${index}] must have at least ${MIN_LENGTH} characters, has ${secret.length}`,
      );
  }
  if (secrets.length === 0) return undefined;
  const forms = secrets.flatMap((secret) => [secret, ...base64Forms(secret)]);
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((form) => [...form].map(spellings).join("")).join("|"), "g");
}

/** For each of the three offsets in a base64 group, the characters that depend on the secret alone. */
function base64Forms(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  return [0, 1, 2].map((offset) => {
    const padded = new Uint8Array(offset + bytes.length);
    padded.set(bytes, offset);
    return encodeBase64(padded).slice(Math.ceil((offset * 8) / 6), Math.floor((padded.length * 8) / 6));
  });
}

/** All spellings of one character. JSON may escape any but letters and digits with a backslash. */
function spellings(char: string): string {
  const bytes = [...new TextEncoder().encode(char)].map((byte) => hex(byte, 2));
  const units = Array.from({ length: char.length }, (_, index) => hex(char.charCodeAt(index), 4));
  const forms = [
    literal(char),
    bytes.map((digits) => `%(?:25)?${digits}`).join(""),
    units.map((digits) => `\\\\u${digits}`).join(""),
    ...(OTHER_SPELLINGS.get(char) ?? []),
  ];
  return `${/\w/.test(char) ? "" : "(?:\\\\|%5[cC])?"}(?:${forms.join("|")})`;
}

/** Spaces in forms, the alphabet of base64url, JSON escapes of white space, and backslashes in the path of a URL. */
const OTHER_SPELLINGS = new Map([
  [" ", ["\\+"]],
  ["+", ["-"]],
  ["/", ["_"]],
  ["\n", ["\\\\n"]],
  ["\t", ["\\\\t"]],
  ["\\", ["/"]],
]);

function literal(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
}

/** A hexadecimal number, with its letters in either case. */
function hex(value: number, digits: number): string {
  const text = value.toString(16).padStart(digits, "0");
  return text.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
