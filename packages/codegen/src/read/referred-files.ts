import { child } from "../document/place.ts";
import { resolveReference } from "../document/resolve-reference.ts";
import type { Spec } from "../document/spec.ts";
import { walk } from "../document/walk.ts";

/** The files that a spec's `$ref`s lead to, as far as it has been read. */
export function referredFiles(spec: Spec): string[] {
  const files = new Set<string>();
  walk(spec, (place) => {
    const ref = child(place, "$ref").value;
    if (typeof ref !== "string") return;
    const reference = resolveReference(place.file, ref);
    if (reference.refused === undefined && reference.file !== "") files.add(reference.file);
  });
  return [...files];
}
