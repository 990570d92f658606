import { tokens } from "./json-pointer.ts";
import { child, isRecord, type Place } from "./place.ts";
import { resolveReference } from "./resolve-reference.ts";

/** An OpenAPI document that can be walked across its `$ref`s. */
export interface Spec {
  readonly root: Place;
  /** The top of each file: the spec's, then those that it refers to. */
  readonly files: readonly Place[];
  /** Where the `$ref` of a place leads: one step; `undefined` without one, and where it leads nowhere. */
  readonly target: (place: Place) => Place | undefined;
  /** Follows `$ref`s until there is none; `undefined` where they lead nowhere, or in a circle. */
  readonly follow: (place: Place) => Place | undefined;
}

/** @param documents what each file holds, by name, the spec itself as `""`; see {@link Place.file}. */
export function specOf(documents: ReadonlyMap<string, unknown>): Spec {
  const files = [...documents].map(([file, value]): Place => ({ value, file }));
  return {
    root: { value: documents.get(""), file: "" },
    files,
    target: (place) => target(files, place, new Set()),
    follow: (place) => follow(files, place, new Set()),
  };
}

function follow(files: readonly Place[], place: Place, seen: Set<unknown>): Place | undefined {
  if (!isReference(place)) return place;
  const next = target(files, place, seen);
  return next && follow(files, next, seen);
}

/** @param seen the references on the way here, so that a circle ends. */
function target(files: readonly Place[], place: Place, seen: Set<unknown>): Place | undefined {
  const ref = child(place, "$ref").value;
  if (typeof ref !== "string" || seen.has(place.value)) return undefined;
  seen.add(place.value);
  const reference = resolveReference(place.file, ref);
  if (reference.refused !== undefined) return undefined;
  let at = files.find(({ file }) => file === reference.file);
  for (const token of tokens(reference.pointer)) {
    const holder: Place | undefined = at && follow(files, at, seen);
    at = holder && child(holder, token);
  }
  return at?.value === undefined ? undefined : at;
}

const isReference = ({ value }: Place): boolean => isRecord(value) && typeof value.$ref === "string";
