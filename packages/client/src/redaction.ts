/** Replaces the credentials of a request in a text. */
export type Redact = (text: string) => string;

/** Characters of a credential in a row that count as an echo of it, so that one that is cut off is found, too. */
const pieceSize = 8;

/** Shorter credentials are not redacted: they would make messages unreadable, and they protect nothing. */
const shortest = 6;

/** Layers of escapes that are undone in a text, such as JSON within a JSON string within a URL. */
const maxLayers = 5;

/**
 * Creates the function that replaces the credentials in some request headers by `[redacted]`.
 *
 * Finds them plain, in base64 at any offset, and in hexadecimal; each of these with any characters escaped as in JSON,
 * URLs or HTML; and in upper or lower case. Of a credential that is cut off, it finds every part of 8 characters or more.
 */
export function redactorFor(headers: Headers): Redact {
  const pieces = new Set(secretsIn(headers).flatMap(formsOf).flatMap(piecesOf));
  const sizes = [...new Set([...pieces].map(({ length }) => length))];
  const smallest = Math.min(...sizes);
  return (text) => {
    if (text.length < smallest) return text;
    const hidden = new Uint8Array(text.length);
    for (const { bytes, at } of layersOf(text)) {
      for (let index = 0; index + smallest <= bytes.length; index++) {
        for (const size of sizes) {
          if (pieces.has(bytes.slice(index, index + size))) hidden.fill(1, at[index], at[index + size]);
        }
      }
    }
    return hide(text, hidden);
  };
}

/** Replaces each run of hidden characters. */
function hide(text: string, hidden: Uint8Array): string {
  let result = "";
  let end = 0;
  for (let from = hidden.indexOf(1); from >= 0; from = hidden.indexOf(1, end)) {
    result += `${text.slice(end, from)}[redacted]`;
    end = hidden.indexOf(0, from);
    if (end < 0) return result;
  }
  return result + text.slice(end);
}

// Headers that never contain a credential; any other may have been set by an `authorize` function.
const harmless = new Set(["accept", "accept-language", "content-type", "user-agent"]);

const scheme = /^(?:basic|bearer|token|api-?key|key) +/i;

function secretsIn(headers: Headers): string[] {
  const secrets: string[] = [];
  for (const [name, value] of headers) {
    if (!harmless.has(name)) secrets.push(value.replace(scheme, ""), ...passwordIn(value));
  }
  return secrets.filter(({ length }) => length >= shortest);
}

/** The password in Basic credentials. If it is too short to be one, the user name is the secret, as some providers do. */
function passwordIn(header: string): string[] {
  if (!/^basic /i.test(header)) return [];
  try {
    const bytes = Uint8Array.from(atob(header.slice(6)), (char) => char.charCodeAt(0));
    const pair = new TextDecoder().decode(bytes);
    const password = pair.slice(pair.indexOf(":") + 1);
    return [password.length >= shortest ? password : pair];
  } catch {
    return []; // a header of the caller that is not Basic after all
  }
}

/** Texts of bytes by which a secret can be found. */
function formsOf(secret: string): string[] {
  const bytes = utf8(secret);
  const hex = Array.from(bytes, (char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  // With no, one or two bytes before it. A character that also encodes one of these is left out.
  const base64 = [0, 1, 2].map((offset) =>
    btoa("\0".repeat(offset) + bytes).slice(Math.ceil((offset * 8) / 6)),
  );
  // A secret that itself looks like an escape also changes when the escapes of a text are undone.
  return [...layersOf(secret).map((layer) => layer.bytes), ...[hex, ...base64].map(fold)];
}

/** The parts of a text of the size that counts as an echo. */
function piecesOf(text: string): string[] {
  const size = Math.min(text.length, pieceSize);
  return size < shortest
    ? []
    : Array.from({ length: text.length - size + 1 }, (_, at) => text.slice(at, at + size));
}

/** A text as UTF-8, each byte a character, and the index in the original text at which each byte begins; at last, its length. */
interface Layer {
  readonly bytes: string;
  readonly at: readonly number[];
}

/** A text as it is, then without its escapes, then without those that were escaped themselves, and so on. */
function layersOf(text: string): Layer[] {
  const plain = { bytes: text, at: Array.from({ length: text.length + 1 }, (_, index) => index) };
  const layers = [replace(plain, /[^\0-\x7f]/gu, utf8)];
  for (let [layer] = layers; layer !== undefined && layers.length <= maxLayers; ) {
    const next: Layer = replace(layer, escapes, unescaped);
    if (next.bytes === layer.bytes) break;
    layers.push(next);
    layer = next;
  }
  return layers;
}

const escapes =
  /\\ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|\\u[\da-f]{4}|\\["\\/]|(?:%|\\x)[\da-f]{2}|&(?:quot|apos|amp|lt|gt|#\d{1,6}|#x[\da-f]{1,5});/g;

const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: "&", lt: "<", gt: ">" };

function unescaped(sequence: string): string {
  const [, digits, hex, number, name = ""] =
    /^(?:%|\\x)([\da-f]{2})$|^&#x(\w+);|^&#(\d+);|^&(\w+);/.exec(sequence) ?? [];
  if (digits !== undefined) return String.fromCharCode(Number.parseInt(digits, 16));
  if (sequence.startsWith("\\") && !sequence.startsWith("\\x")) return utf8(JSON.parse(`"${sequence}"`));
  if (hex !== undefined) return utf8(String.fromCodePoint(Number.parseInt(hex, 16)));
  if (number !== undefined) return utf8(String.fromCodePoint(Number(number)));
  return entities[name] ?? sequence;
}

/** Replaces what a pattern matches, and keeps the positions. */
function replace({ bytes, at }: Layer, pattern: RegExp, replacement: (match: string) => string): Layer {
  const parts: string[] = [];
  const positions: number[] = [];
  let end = 0;
  for (const { 0: match, index } of bytes.matchAll(pattern)) {
    const text = replacement(match);
    parts.push(bytes.slice(end, index), text);
    for (; end < index; end++) positions.push(at[end] ?? 0);
    for (let rest = text.length; rest > 0; rest--) positions.push(at[index] ?? 0);
    end += match.length;
  }
  parts.push(bytes.slice(end));
  for (; end < at.length; end++) positions.push(at[end] ?? 0);
  return { bytes: fold(parts.join("")), at: positions };
}

const utf8 = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text));

/** Makes equal what differs between the forms in which servers write the same: case, the space of a form, base64url. */
const fold = (bytes: string): string =>
  bytes.toLowerCase().replaceAll(" ", "+").replaceAll("-", "+").replaceAll("_", "/");

/** Redacts a parsed JSON value, names of members included. A number that shows a credential becomes text. */
export function redactJson(value: unknown, redact: Redact): unknown {
  if (typeof value === "string") return redact(value);
  if (typeof value === "number") {
    const text = redact(String(value));
    return text === String(value) ? value : text;
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => redactJson(element, redact));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [redact(key), redactJson(member, redact)]),
  );
}

/**
 * Redacts an error, its causes, and everything else that printing it shows. Returns the error itself if there is nothing to
 * redact, and otherwise a copy. A copy has no objects of unknown classes, such as requests, and no `data`, in which Node
 * keeps the bytes that are not HTTP: they may show credentials that no one can find there.
 */
export function redactError(error: unknown, redact: Redact): unknown {
  const copies = new Map<object, unknown>();
  let changed = false;

  const copyOf = (value: unknown): unknown => {
    if (typeof value === "string") {
      const text = redact(value);
      changed ||= text !== value;
      return text;
    }
    if ((typeof value !== "object" && typeof value !== "function") || value === null) return value;
    if (copies.has(value)) return copies.get(value);
    const copy = emptyCopy(value);
    copies.set(value, copy);
    if (copy === undefined) changed = true;
    else copyProperties(value, copy);
    return copy;
  };
  const copyProperties = (from: object, to: object) => {
    const isError = to instanceof Error;
    // An error may have its message from its class.
    for (const key of new Set([...Reflect.ownKeys(from), ...(isError ? ["message", "stack"] : [])])) {
      if (Array.isArray(from) && key === "length") continue;
      if (isError && key === "data") {
        changed = true;
        continue;
      }
      const enumerable = Object.getOwnPropertyDescriptor(from, key)?.enumerable ?? false;
      const name = typeof key === "string" ? String(copyOf(key)) : key;
      const value = copyOf(Reflect.get(from, key));
      Object.defineProperty(to, name, { value, enumerable, writable: true, configurable: true });
    }
  };
  try {
    const copy = copyOf(error);
    return changed ? copy : error;
  } catch {
    return undefined; // a getter that throws
  }
}

/** An object of the same kind, without properties; `undefined` if nothing is known about its class. */
function emptyCopy(value: object): object | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (Array.isArray(value)) return [];
  const tag = Object.prototype.toString.call(value);
  if (value instanceof Error || tag === "[object Error]" || tag === "[object DOMException]") {
    const copy = new Error();
    // The getters of a DOMException accept no other object.
    if (typeof prototype === "object" && !("ABORT_ERR" in value)) Object.setPrototypeOf(copy, prototype);
    else if ("name" in value) Object.assign(copy, { name: String(value.name) });
    return copy;
  }
  // The prototype of another realm is not our Object.prototype.
  const isPlain =
    typeof prototype === "object" && (prototype === null || Object.getPrototypeOf(prototype) === null);
  return isPlain ? {} : undefined;
}

/** Names of headers and query parameters whose value is a credential. */
export const secretName =
  /auth|bearer|cookie|credential|csrf|jwt|key(?!word)|passphrase|passw|pwd|secret|session|sig(?:n|$)|token|xsrf/i;

/** Names that look like those of secrets, but tell a position in a list. */
const positionName = /after|before|continu|cursor|last|next|page|partition|prev|sort|start/i;

/** Redacts the values of query parameters with the name of a secret, such as a provider puts into the link to the next page. */
export const redactUrl = (url: string): string =>
  url.replace(/([?&])([^=&#]*)=[^&#]*/g, (parameter, separator: string, name: string) => {
    const [decoded = ""] = new URLSearchParams(name).keys();
    return secretName.test(decoded) && !positionName.test(decoded)
      ? `${separator}${name}=[redacted]`
      : parameter;
  });
