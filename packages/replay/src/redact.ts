import { encodeBase64, fromBinaryString, toBinaryString } from "./bytes.ts";
import { secretPattern } from "./secret-pattern.ts";

/** The text that replaces a secret in a recording. */
export const REDACTED = "REDACTED";

/** Rewrites the parts of a message so that they can be written to a recording. */
export interface Redactor {
  text(text: string): string;
  header(name: string, value: string): string;
  body(bytes: Uint8Array): { text: string; encoding?: "base64" };
}

/** The options of `record` that say what is replaced. */
interface RedactOptions {
  readonly secrets?: readonly string[];
  readonly redact?: readonly string[];
  readonly origin?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Schemes whose name is kept, so that a recording shows how the request was authorized. */
const SCHEME = /^(?:basic|bearer|digest|negotiate|token) (?=\S)/i;
const JSON_MEMBER = /"([^"\\]+)"(\s*:\s*)"(?:[^"\\]|\\.)*"/g;
/** A parameter of a query or a form: in a URL, in a link in a body, or in a header. */
const PAIR = /(^|[?&]|\\u0026)([^=&?"'\s\\]+)=[^&"'\s#<>\\]*/g;

/**
 * Returns a function that creates the redactor for the messages of an origin.
 *
 * @throws RangeError if a secret is too short.
 * @throws TypeError if `origin` or `headers` is invalid.
 */
export function createRedactor(options: RedactOptions): (origin: string) => Redactor {
  const secrets = secretPattern(options.secrets ?? []);
  const isSensitive = sensitiveNames(options.redact ?? []);
  const fixedHeaders = new Headers(options.headers);
  const writtenOrigin = options.origin === undefined ? undefined : new URL(options.origin).origin;

  return (origin) => {
    const text = (value: string) => {
      const named = value
        .replace(PAIR, (pair, before: string, name: string) =>
          isSensitive(decodeName(name)) ? `${before}${name}=${REDACTED}` : pair,
        )
        .replace(JSON_MEMBER, (member, name: string, colon: string) =>
          isSensitive(name) ? `"${name}"${colon}"${REDACTED}"` : member,
        );
      const redacted = secrets === undefined ? named : named.replace(secrets, REDACTED);
      return writtenOrigin === undefined ? redacted : replaceOrigin(redacted, origin, writtenOrigin);
    };
    return {
      text,
      header(name, value) {
        if (isSensitive(name)) return `${SCHEME.exec(value)?.[0] ?? ""}${REDACTED}`;
        return text(fixedHeaders.get(name) ?? value);
      },
      body(bytes) {
        const decoded = decodeUtf8(bytes);
        if (decoded !== undefined) return { text: text(decoded) };
        // Redact before encoding: base64 hides the bytes of a secret.
        return { text: encodeBase64(fromBinaryString(text(toBinaryString(bytes)))), encoding: "base64" };
      },
    };
  };
}

const SENSITIVE = [
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "api-key",
  "x-api-key",
  "x-auth-token",
  "x-csrf-token",
  "x-amz-security-token",
  "auth-token",
  "access-token",
  "refresh-token",
  "id-token",
  "client-secret",
  "secret",
  "password",
];

/** `apiKey`, `api_key` and `API-Key` are the same name. */
function sensitiveNames(more: readonly string[]): (name: string) => boolean {
  const normalize = (name: string) => name.replace(/[-_]/g, "").toLowerCase();
  const names = new Set([...SENSITIVE, ...more].map(normalize));
  return (name) => names.has(normalize(name));
}

/** Replaces the origin as it is, with the escaped slashes of JSON, and percent-encoded. */
function replaceOrigin(text: string, requested: string, written: string): string {
  const escapeSlashes = (origin: string) => origin.replaceAll("/", "\\/");
  return [(origin: string) => origin, escapeSlashes, encodeURIComponent].reduce(
    (result, spell) => result.replaceAll(spell(requested), spell(written)),
    text,
  );
}

function decodeName(name: string): string {
  return new URLSearchParams(`${name}=`).keys().next().value ?? name;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
