import { posix } from "node:path";
import { formatPointer, isPointer, parsePointer } from "@usagewire/pagination/internal";

/** A value in a spec, and where it is. */
export interface SpecNode {
  readonly value: unknown;
  /** The file that contains it, as a path relative to the spec; `""` for the spec itself. */
  readonly file: string;
  /** The object or array that contains it; absent at the top of a file. */
  readonly parent?: SpecNode;
  /** Its key or index in the parent. */
  readonly key?: string | number;
}

/** An OpenAPI document, with the files that its `$ref`s lead to. */
export interface Spec {
  readonly root: SpecNode;
  /** The top of each file: the spec first. */
  readonly files: readonly SpecNode[];
  /** The node that the `$ref` of a node points to: one step; `undefined` if there is none. */
  readonly target: (node: SpecNode) => SpecNode | undefined;
  /** Follows `$ref`s until there is none; `undefined` if one is broken, or if they are circular or too many. */
  readonly resolve: (node: SpecNode) => SpecNode | undefined;
}

/** @param documents the parsed files by name, the spec itself as `""`; see {@link SpecNode.file}. */
export function specOf(documents: ReadonlyMap<string, unknown>): Spec {
  const files = [...documents].map(([file, value]): SpecNode => ({ value, file }));
  return {
    root: { value: documents.get(""), file: "" },
    files,
    target: (node) => target(files, node, new Set()),
    resolve: (node) => resolve(files, node, new Set()),
  };
}

function resolve(files: readonly SpecNode[], node: SpecNode, seen: Set<unknown>): SpecNode | undefined {
  if (stringAt(node, "$ref") === undefined) return node;
  const next = target(files, node, seen);
  return next && resolve(files, next, seen);
}

/** The number of `$ref`s that are followed from one to the next. */
export const longestChain = 100;

/** @param seen the nodes whose `$ref` has been followed, so that a circle ends. */
function target(files: readonly SpecNode[], node: SpecNode, seen: Set<unknown>): SpecNode | undefined {
  const ref = stringAt(node, "$ref");
  if (ref === undefined || seen.has(node.value) || seen.size === longestChain) return undefined;
  seen.add(node.value);
  const reference = parseReference(node.file, ref);
  if (reference.invalid !== undefined) return undefined;
  let at = files.find(({ file }) => file === reference.file);
  for (const token of parsePointer(reference.pointer)) {
    const parent: SpecNode | undefined = at && resolve(files, at, seen);
    at = parent && child(parent, token);
  }
  return at?.value === undefined ? undefined : at;
}

/** The file and pointer that a `$ref` names, or what is wrong with it. */
export type Reference =
  | { readonly file: string; readonly pointer: string; readonly invalid?: never }
  | { readonly invalid: string };

/** @param file the file that contains the `$ref`; see {@link SpecNode.file}. */
export function parseReference(file: string, ref: string): Reference {
  const [path = "", ...fragment] = ref.split("#");
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) {
    return {
      invalid: "points to a URL, which is not supported; save a copy next to the spec and refer to it",
    };
  }
  try {
    const pointer = decodeURIComponent(fragment.join("#"));
    if (!isPointer(pointer)) {
      return { invalid: 'is not a JSON Pointer; write it like "#/components/schemas/Name"' };
    }
    return { file: path === "" ? file : posix.join(posix.dirname(file), decodeURIComponent(path)), pointer };
  } catch {
    return { invalid: "contains an invalid percent escape" };
  }
}

/** The schema that a value in a `discriminator.mapping` names or refers to; `undefined` if there is none. */
export function mappingTarget(spec: Spec, value: SpecNode): SpecNode | undefined {
  if (typeof value.value !== "string") return undefined;
  if (isSchemaName(spec, value)) return spec.resolve(schemaNamed(spec, value.value));
  return spec.resolve({ ...value, value: { $ref: value.value } });
}

/** Whether a value in a `discriminator.mapping` is the name of a schema, not a reference. */
export const isSchemaName = (spec: Spec, { value }: SpecNode): boolean =>
  typeof value === "string" && isRecord(schemaNamed(spec, value).value);

const schemaNamed = (spec: Spec, name: string): SpecNode =>
  child(child(child(spec.root, "components"), "schemas"), name);

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The node at a key or index; its value is `undefined` if there is nothing. */
export function child(node: SpecNode, key: string | number): SpecNode {
  const { value } = node;
  const found = Array.isArray(value)
    ? value[Number(key)]
    : isRecord(value) && Object.hasOwn(value, key)
      ? value[key]
      : undefined;
  return { value: found, file: node.file, parent: node, key };
}

/** The members of an object or the elements of an array, in the document's order. */
export function children(node: SpecNode): [key: string, node: SpecNode][] {
  const { value } = node;
  const keys = Array.isArray(value)
    ? value.map((_, index) => String(index))
    : isRecord(value)
      ? Object.keys(value)
      : [];
  return keys.map((key) => [key, child(node, key)]);
}

/** The elements of an array; none for any other value. */
export function elements(node: SpecNode): SpecNode[] {
  return Array.isArray(node.value) ? children(node).map(([, element]) => element) : [];
}

/** The members of an object; none for any other value. */
export function members(node: SpecNode): [key: string, node: SpecNode][] {
  return isRecord(node.value) ? children(node) : [];
}

/** The string at a key, if there is one. */
export function stringAt(node: SpecNode, key: string): string | undefined {
  const { value } = child(node, key);
  return typeof value === "string" ? value : undefined;
}

/** The keys from the top of the file to a node. */
export function keysOf({ parent, key }: SpecNode): string[] {
  return parent === undefined ? [] : [...keysOf(parent), String(key)];
}

/** JSON Pointer of a node within its file. */
export const pointerOf = (node: SpecNode): string => formatPointer(keysOf(node));

/** File and pointer of a node: unique in the spec. */
export const addressOf = (node: SpecNode): string => `${node.file}#${pointerOf(node)}`;
