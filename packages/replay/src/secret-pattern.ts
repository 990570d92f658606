import { encodeBase64 } from "./base64.ts";

const SHORTEST = 4;

/**
 * Finds secrets in a text in whatever form they may stand there: as they are, percent-encoded (once or twice, any
 * part of it), escaped in JSON, or in base64 at any offset, as in a Basic credential.
 *
 * @throws RangeError for a secret so short that it would be found everywhere.
 */
export function secretPattern(secrets: readonly string[]): RegExp | undefined {
  for (const secret of secrets) {
    if (secret.length < SHORTEST) throw new RangeError(`a secret has at least ${SHORTEST} characters`);
  }
  if (secrets.length === 0) return undefined;
  const forms = secrets.flatMap((secret) => [secret, ...base64Forms(secret)]);
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((form) => [...form].map(spellings).join("")).join("|"), "g");
}

/** The characters that depend on the secret alone, for each of the three places it can have in a base64 group. */
function base64Forms(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  return [0, 1, 2].map((offset) => {
    const padded = new Uint8Array(offset + bytes.length);
    padded.set(bytes, offset);
    return encodeBase64(padded).slice(Math.ceil((offset * 8) / 6), Math.floor((padded.length * 8) / 6));
  });
}

/** The ways to write one character; all but letters and digits may stand behind a backslash, as JSON escapes them. */
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

/** A form's space, base64url's alphabet, JSON's letters for white space, a backslash in the path of a URL. */
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

/** In either case. */
function hex(value: number, digits: number): string {
  const text = value.toString(16).padStart(digits, "0");
  return text.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
