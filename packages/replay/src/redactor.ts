import { binaryString, encodeBase64 } from "./base64.ts";
import { REDACTED } from "./redacted.ts";

/** What writes each part of a message as it may stand in a recording. */
export interface Redactor {
  text(text: string): string;
  header(name: string, value: string): string;
  body(bytes: Uint8Array): { text: string; encoding?: "base64" };
}

export interface Redaction {
  /** Whether a header, parameter, field or member of this name holds a credential. */
  readonly isSensitive: (name: string) => boolean;
  /** Finds secrets anywhere. */
  readonly secrets: RegExp | undefined;
  /** What is written in place of the values of these headers. */
  readonly fixedHeaders: Headers;
  /** An origin, and what is written in its place. */
  readonly origin?: readonly [asked: string, written: string] | undefined;
}

/** The schemes whose name may stay, so that a recording tells how the request was authorised. */
const SCHEME = /^(?:basic|bearer|digest|negotiate|token) (?=\S)/i;
const JSON_MEMBER = /"([^"\\]+)"(\s*:\s*)"(?:[^"\\]|\\.)*"/g;
/** Of a query or a form, wherever it stands: in a URL, in a link in a body, in a header. */
const PAIR = /(^|[?&]|\\u0026)([^=&?"'\s\\]+)=[^&"'\s#<>\\]*/g;

export function createRedactor({ isSensitive, secrets, fixedHeaders, origin }: Redaction): Redactor {
  const text = (value: string) => {
    const named = value
      .replace(PAIR, (pair, before: string, name: string) =>
        isSensitive(decode(name)) ? `${before}${name}=${REDACTED}` : pair,
      )
      .replace(JSON_MEMBER, (member, name: string, colon: string) =>
        isSensitive(name) ? `"${name}"${colon}"${REDACTED}"` : member,
      );
    const blanked = secrets === undefined ? named : named.replace(secrets, REDACTED);
    return origin === undefined ? blanked : replaceOrigin(blanked, ...origin);
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
      // A secret keeps its bytes in a binary body, so it is looked for before the body becomes base64.
      return { text: encodeBase64(toBytes(text(binaryString(bytes)))), encoding: "base64" };
    },
  };
}

/** As it is, with JSON's escaped slashes, and percent-encoded. */
function replaceOrigin(text: string, asked: string, written: string): string {
  const escapeSlashes = (origin: string) => origin.replaceAll("/", "\\/");
  return [(origin: string) => origin, escapeSlashes, encodeURIComponent].reduce(
    (result, spell) => result.replaceAll(spell(asked), spell(written)),
    text,
  );
}

function decode(name: string): string {
  return new URLSearchParams(`${name}=`).keys().next().value ?? name;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function toBytes(binary: string): Uint8Array {
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
