import { encodeBase64, fromBinaryString, toBinaryString } from "./bytes.ts";
import { secretPattern } from "./secret-pattern.ts";

/** The text that replaces a secret in a recording. */
export const REDACTED = "REDACTED";

/** Rewrites the parts of a message so that they can be written to a recording. */
export interface Redactor {
  text(text: string): string;
  /** An absolute URL, which stays one. */
  url(url: string): string;
  headerName(name: string): string;
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
/** A parameter of a query, a form or a fragment: in a URL, in a link in a body, or in a header. */
const PAIR = /(^|[?&#]|\\u0026)([^=&?#"'\s\\]+)=(?:[^&"'\s#<>\\]|\\+(?!["'\\]|u0026))*/g;
/** User and password in a URL, also with the escaped slashes of JSON. */
const USER_INFO = /((?:^|[:"'\s<(=,])(?:\\*\/){2})[^\s/?#"'<>\\]+@/g;
/** The name of a member, also in JSON that is a string in JSON, whose quotes are escaped. */
const MEMBER = /(?<!\\)(\\*)"((?:[^"\\]|\\+u[\da-f]{4})+)\1"\s*:\s*/gi;
/** The name of a field of multipart/form-data, and the rest of the headers of its part. */
const FIELD = /form-data;[^\r\n]{0,1000}?\bname="?([^";\r\n]*)"?[^\r\n]*(?:\r?\n[^\r\n]+){0,20}\r?\n\r?\n/gi;

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
      const pairs = value
        .replace(PAIR, (pair, before: string, name: string) =>
          isSensitive(decodeName(name)) ? `${before}${name}=${REDACTED}` : pair,
        )
        .replace(USER_INFO, `$1${REDACTED}@`);
      const named = redactFields(redactMembers(pairs, isSensitive), isSensitive);
      const redacted = secrets === undefined ? named : named.replace(secrets, REDACTED);
      return writtenOrigin === undefined ? redacted : replaceOrigin(redacted, origin, writtenOrigin);
    };
    return {
      text,
      url: (url) => redactUrl(url, text),
      headerName: (name) => (secrets ? name.replace(new RegExp(secrets.source, "gi"), REDACTED) : name),
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

/** Replaces the values of members with sensitive names, whatever their type. `null` is no secret. */
function redactMembers(text: string, isSensitive: (name: string) => boolean): string {
  return replaceAfter(text, MEMBER, ([, escaping = "", name = ""], start) => {
    if (!isSensitive(unescapeUnicode(name))) return undefined;
    const end = valueEnd(text, start, escaping);
    const value = text.slice(start, end);
    return value === "" || value === "null" ? undefined : [`${escaping}"${REDACTED}${escaping}"`, end];
  });
}

/** Replaces the values of form fields with sensitive names in a multipart body. */
function redactFields(text: string, isSensitive: (name: string) => boolean): string {
  return replaceAfter(text, FIELD, ([, name = ""], start) => {
    if (!isSensitive(name)) return undefined;
    const line = text.indexOf("\n--", start - 1);
    const end = line < 0 ? text.length : text[line - 1] === "\r" ? line - 1 : line;
    return [REDACTED, Math.max(start, end)];
  });
}

/** Replaces what follows a match: `replace` returns the new text and where the old one ends. */
function replaceAfter(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray, start: number) => readonly [text: string, end: number] | undefined,
): string {
  const matches = new RegExp(pattern);
  let result = "";
  let copied = 0;
  for (let match = matches.exec(text); match !== null; match = matches.exec(text)) {
    const start = matches.lastIndex;
    const replaced = replace(match, start);
    if (replaced === undefined) continue;
    result += text.slice(copied, start) + replaced[0];
    copied = replaced[1];
    matches.lastIndex = copied;
  }
  return result + text.slice(copied);
}

/**
 * Where a JSON value ends that starts here; the end of the text if it was cut off.
 *
 * @param escaping the backslashes before each quote, for JSON that is a string in JSON
 */
function valueEnd(text: string, start: number, escaping: string): number {
  let depth = 0;
  const token = /[[\]{}]|(?<!\\)\\*"|[^\s,[\]{}"\\]+/g;
  token.lastIndex = start;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match;
    if (found.endsWith('"')) token.lastIndex = stringEnd(text, token.lastIndex, escaping);
    else if ("[{".includes(found)) depth++;
    // The end of what the value is in: there is no value.
    else if ("]}".includes(found) && --depth < 0) return start;
    if (depth === 0) return token.lastIndex;
  }
  return text.length;
}

/** A backslash in a string is doubled at each level, so the number of them before a quote tells whether it ends there. */
function stringEnd(text: string, start: number, escaping: string): number {
  const quote = /(?<!\\)(\\*)"/g;
  quote.lastIndex = start;
  const modulus = 2 * (escaping.length + 1);
  for (let match = quote.exec(text); match !== null; match = quote.exec(text)) {
    if ((match[1] ?? "").length % modulus === escaping.length) return quote.lastIndex;
  }
  return text.length;
}

const unescapeUnicode = (name: string): string =>
  name.replace(/\\+u([\da-f]{4})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

/** Redacts a URL. It stays one if its origin is a secret, or if a secret reaches from the origin or its slash into the path. */
function redactUrl(url: string, text: (text: string) => string): string {
  const { origin } = new URL(url);
  const written = text(origin);
  const path = text(url.slice(origin.length + 1));
  const whole = text(`${written}/${path}`);
  const host = isUrl(written) ? written : "https://redacted.invalid";
  if (whole === `${written}/${path}`) return `${host}/${path}`;
  return `${whole.startsWith(written) ? host : "https://redacted.invalid"}/${REDACTED}`;
}

function isUrl(text: string): boolean {
  try {
    return new URL(text).host !== "";
  } catch {
    return false;
  }
}

/** `session_id` is none: Onomondo and others name a data session so. */
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
  "token",
  "auth",
  "auth-token",
  "access-token",
  "refresh-token",
  "id-token",
  "bearer-token",
  "session-token",
  "csrf-token",
  "xsrf-token",
  "jwt",
  "otp",
  "pwd",
  "passwd",
  "passphrase",
  "passcode",
  "credential",
  "credentials",
  "client-assertion",
  "code-verifier",
  "subscription-key",
  "account-key",
  "functions-key",
  "sig",
  "hub-signature-256",
];

/** Endings of sensitive names. `token` is none: a page token is no credential. */
const SENSITIVE_END =
  /(?:secret|password|signature|privatekey|secretkey|accesskey|apikey|authorization|authtoken|accesstoken|subscriptionkey)$/;

/** `apiKey`, `api_key` and `API-Key` are the same name. */
function sensitiveNames(more: readonly string[]): (name: string) => boolean {
  const normalize = (name: string) => name.replace(/[-_]/g, "").toLowerCase();
  const names = new Set([...SENSITIVE, ...more].map(normalize));
  const isSensitive = (name: string) =>
    names.has(name) || names.has(name.replace(/^x/, "")) || SENSITIVE_END.test(name);
  // `user[password]` and `user.password` are fields of an object.
  return (name) => name.split(/[[\].]/).some((part) => isSensitive(normalize(part)));
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
