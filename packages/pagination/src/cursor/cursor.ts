import type { Place } from "../place.ts";
import { fromBase64url, toBase64url } from "./base64url.ts";
import { FINGERPRINT_PARTS, type Fingerprint } from "./fingerprint.ts";
import { hash } from "./hash.ts";

/** What a cursor says: a place, or the end of the list, and the page size to keep. */
export interface CursorState {
  readonly place: Place | undefined;
  readonly pageSize: number | undefined;
}

/*
 * "uw1", then base64url of [fingerprint, page size, position or null at the end, skip, window], then the digest of all
 * before it as a checksum. A change of the layout needs another digit.
 */
const VERSION = "uw1";
const DIGEST = 7;

export function encodeCursor({ place, pageSize }: CursorState, fingerprint: Fingerprint): string {
  const fields = [
    fingerprint.join(""),
    pageSize ?? 0,
    place?.position ?? null,
    place?.skip ?? 0,
    place?.window ?? 0,
  ];
  const text = VERSION + toBase64url(JSON.stringify(fields));
  return text + hash(text);
}

/**
 * Reads a cursor back.
 *
 * @throws Error that says why, when it is not a whole cursor of this package or was made for another walk.
 */
export function decodeCursor(cursor: string, fingerprint: Fingerprint): CursorState {
  const text = cursor.slice(0, -DIGEST);
  if (cursor === "") throw new Error("the cursor is empty; leave it out to start at the beginning");
  if (!/^uw\d/.test(cursor)) throw new Error("this is not a cursor of a usagewire pager");
  if (!cursor.startsWith(VERSION))
    throw new Error("the cursor was made by another version of @usagewire/pagination");
  if (text + hash(text) !== cursor) throw new Error("the cursor is damaged: it was truncated or altered");
  const [made, pageSize, position, skip, window] = parse(text.slice(VERSION.length));
  const differing = fingerprint.flatMap((digest, part) =>
    made.startsWith(digest, part * DIGEST) ? [] : FINGERPRINT_PARTS[part],
  );
  if (differing.length > 0) throw new Error(`the cursor was made for ${differing.join(", ")}`);
  return {
    place: position === null ? undefined : { window, position, skip },
    pageSize: pageSize === 0 ? undefined : pageSize,
  };
}

type Fields = [fingerprint: string, pageSize: number, position: string | null, skip: number, window: number];

function parse(encoded: string): Fields {
  // The checksum has proved that encodeCursor wrote this.
  return JSON.parse(fromBase64url(encoded)) as Fields;
}
