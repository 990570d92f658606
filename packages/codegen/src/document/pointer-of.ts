import { escapeToken } from "./json-pointer.ts";
import type { Place } from "./place.ts";

/** The keys that lead from the top of its file to a place. */
export function keysOf({ holder, key }: Place): string[] {
  return holder === undefined ? [] : [...keysOf(holder), String(key)];
}

/** JSON Pointer (RFC 6901) of a place within its file. */
export const pointerOf = (place: Place): string =>
  keysOf(place)
    .map((key) => `/${escapeToken(key)}`)
    .join("");

/** File and pointer of a place, which no other place has. */
export const addressOf = (place: Place): string => `${place.file}#${pointerOf(place)}`;
