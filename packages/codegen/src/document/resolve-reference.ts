import { posix } from "node:path";
import { isPointer } from "./json-pointer.ts";

/** Where a `$ref` leads, or why it cannot be followed. */
export type Reference =
  | { readonly file: string; readonly pointer: string; readonly refused?: never }
  | { readonly refused: string };

const isRemote = (target: string): boolean => /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target);

/** Reads a `$ref` that stands in `file`; see {@link Place.file} for how files are named. */
export function resolveReference(file: string, ref: string): Reference {
  const hash = ref.indexOf("#");
  const target = hash === -1 ? ref : ref.slice(0, hash);
  if (isRemote(target))
    return { refused: "leads to another server; keep a copy beside the spec and refer to that" };
  try {
    const pointer = hash === -1 ? "" : decodeURIComponent(ref.slice(hash + 1));
    if (!isPointer(pointer))
      return { refused: 'is no JSON Pointer; write it like "#/components/schemas/Name"' };
    const sameFile = target === "";
    return { file: sameFile ? file : posix.join(posix.dirname(file), decodeURIComponent(target)), pointer };
  } catch {
    return { refused: "has a broken percent escape" };
  }
}
