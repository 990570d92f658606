import { canonicalQuery, removeParams } from "./query.ts";
import type { BaseScheme } from "./scheme.ts";
import type { Checkpoint } from "./walk.ts";

/** What a cursor holds: a checkpoint, or the end of the list, and the page size to keep. */
export interface CursorState {
  readonly checkpoint: Checkpoint | undefined;
  readonly pageSize: number | undefined;
}

/*
 * A cursor is "uw1", then base64url of [fingerprint, page size, position or null at the end, skip, window], then the hash of
 * all that as a checksum. Another layout needs another digit.
 */
const VERSION = "uw1";

export function encodeCursor({ checkpoint, pageSize }: CursorState, fingerprint: Fingerprint): string {
  const fields = [
    fingerprint.join(""),
    pageSize ?? 0,
    checkpoint?.position ?? null,
    checkpoint?.skip ?? 0,
    checkpoint?.window ?? 0,
  ];
  const text = VERSION + toBase64url(JSON.stringify(fields));
  return text + hash(text);
}

/** @throws Error if the text is not a whole cursor of this package, or was made for another list. */
export function decodeCursor(cursor: string, fingerprint: Fingerprint): CursorState {
  const text = cursor.slice(0, -HASH_LENGTH);
  if (cursor === "") throw new Error("the cursor is empty; omit it to start at the beginning");
  if (!/^uw\d/.test(cursor)) throw new Error("this is not a cursor of a usagewire pager");
  if (!cursor.startsWith(VERSION)) {
    throw new Error("the cursor was made by another version of @usagewire/pagination");
  }
  if (text + hash(text) !== cursor) throw new Error("the cursor is damaged: it was truncated or altered");
  const [made, pageSize, position, skip, window] = parseFields(text.slice(VERSION.length));
  const differing = fingerprint.flatMap((digest, part) =>
    made.startsWith(digest, part * HASH_LENGTH) ? [] : FINGERPRINT_PARTS[part],
  );
  if (differing.length > 0) throw new Error(`the cursor was made for ${differing.join(", ")}`);
  return {
    checkpoint: position === null ? undefined : { window, position, skip },
    pageSize: pageSize === 0 ? undefined : pageSize,
  };
}

type Fields = [fingerprint: string, pageSize: number, position: string | null, skip: number, window: number];

// The checksum has proved that encodeCursor wrote this.
const parseFields = (encoded: string): Fields => JSON.parse(fromBase64url(encoded)) as Fields;

/** Hashes of what a cursor is bound to, one per {@link FINGERPRINT_PARTS}. */
export type Fingerprint = readonly string[];

/** What messages say if a part of the fingerprint differs. */
const FINGERPRINT_PARTS = [
  "another operation",
  "other path parameters",
  "other filters",
  "another window range",
];

/** A list, as far as a cursor is bound to it. */
interface BoundList {
  readonly scheme: BaseScheme & { readonly param?: string };
  readonly operation?: string | undefined;
  readonly binding?: string | undefined;
  readonly windows?: readonly string[] | undefined;
}

/** Page size and position are not filters: a resumed walk keeps its own. */
export function fingerprint(
  { scheme, operation = "", binding = "", windows = [] }: BoundList,
  query: string,
): Fingerprint {
  const paging = [scheme.pageSize?.param, scheme.param];
  const filters = (list: string) => canonicalQuery(removeParams(list, paging));
  return [operation, binding, filters(query), windows.map(filters).join("\n")].map(hash);
}

const HASH_LENGTH = 7;

/** FNV-1a over the UTF-16 code units, 32 bits: enough to notice an accident, no protection against intent. */
export function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return (state >>> 0).toString(36).padStart(HASH_LENGTH, "0");
}

function toBase64url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(encoded: string): string {
  const binary = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}
