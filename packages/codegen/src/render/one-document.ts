import { formatPointer, isExactNumber } from "@usagewire/pagination/internal";
import { httpMethods } from "../document/operations.ts";
import {
  addressOf,
  child,
  children,
  isRecord,
  keysOf,
  mappingTarget,
  members,
  pointerOf,
  type Spec,
  type SpecNode,
  stringAt,
} from "../document/spec.ts";
import { dataKeywords, isExtension, isSchemaRole, nameMaps } from "../document/walk.ts";

type Copy = Record<string, unknown>;

/** Roles of objects that other than by `$ref` only their place can hold: a `$ref` to one is replaced by what it leads to. */
const inlined = new Set([...httpMethods, "webhooks", "content"]);

/**
 * A copy of the spec for the type generator, which needs a document in one piece and without what has no part in types. Its
 * references are `#/…` with plain names; what is in other files becomes components of the document.
 */
export function oneDocument(spec: Spec): Copy {
  const copier = new Copier(spec);
  return copier.document();
}

class Copier {
  readonly #spec: Spec;
  /** References to nodes that become components, by their address. */
  readonly #components = new Map<string, string>();
  readonly #added: { readonly kind: string; readonly name: string; readonly node: SpecNode }[] = [];
  readonly #operationIds = new Set<string>();

  constructor(spec: Spec) {
    this.#spec = spec;
  }

  document(): Copy {
    const copy = this.#object(this.#spec.root, "");
    // Copying a component can add further ones.
    for (const { kind, name, node } of this.#added) {
      const components = ensure(copy, "components");
      ensure(components, kind)[name] = this.#copy(node, kind);
    }
    return copy;
  }

  #copy(node: SpecNode, role: string): unknown {
    const { value } = node;
    if (Array.isArray(value)) return children(node).map(([, element]) => this.#copy(element, role));
    // openapi-typescript fails on a boolean in allOf.
    if (typeof value === "boolean" && role === "allOf") return {};
    if (!isRecord(value)) return value;
    return stringAt(node, "$ref") === undefined ? this.#object(node, role) : this.#reference(node, role);
  }

  #object(node: SpecNode, role: string): Copy {
    const copy = emptyCopy();
    for (const [key, below] of members(node)) {
      if (isUnused(key, below.value)) continue;
      if (role === "discriminator" && key === "mapping") copy[key] = this.#mapping(below);
      else if (dataKeywords.has(key)) copy[key] = copyOfData(below.value);
      else if (nameMaps.has(key) && isRecord(below.value)) copy[key] = this.#named(below, key);
      else copy[key] = this.#copy(below, key);
    }
    if (isSchemaRole(role)) moveNullToType(copy);
    if (httpMethods.includes(role)) this.#dropRepeatedId(copy);
    return copy;
  }

  #named(node: SpecNode, role: string): Copy {
    const copy = emptyCopy();
    for (const [name, below] of members(node)) {
      if (isName(node, name, below)) copy[name] = this.#copy(below, role);
    }
    return copy;
  }

  /** A `$ref` as a reference in the document, or what it leads to. */
  #reference(node: SpecNode, role: string): unknown {
    const { $ref: _, ...siblings } = this.#object(node, role);
    const target = this.#spec.resolve(node);
    if (target === undefined) return siblings;
    const first = this.#spec.target(node);
    const isTyped = node.file === "" && first?.file === "" && hasTypes(first);
    if (inlined.has(role) || (role === "paths" && !isTyped)) {
      const copy = this.#copy(target, role);
      return isRecord(copy) ? Object.assign(emptyCopy(), copy, siblings) : copy;
    }
    if (isTyped && first !== undefined) return { $ref: `#${pointerOf(first)}`, ...siblings };
    const kind = kindOf(role);
    if (kind === undefined) return siblings;
    const $ref = this.#component(target, kind);
    // The document has a component of this name only to lead to the other file.
    if ($ref === `#${pointerOf(node)}` && node.file === "") return this.#copy(target, role);
    return { $ref, ...siblings };
  }

  /** The reference to a node that is, or becomes, a component. */
  #component(target: SpecNode, kind: string): string {
    const address = `${kind} ${addressOf(target)}`;
    const known = this.#components.get(address);
    if (known !== undefined) return known;
    const name = this.#freeName(target, kind);
    const reference = `#${formatPointer(["components", kind, name])}`;
    this.#components.set(address, reference);
    const existing = child(this.#existing(kind), name);
    if (existing.value === undefined) this.#added.push({ kind, name, node: target });
    return reference;
  }

  #existing = (kind: string): SpecNode => child(child(this.#spec.root, "components"), kind);

  /** The last key of the node, or else more of its keys, or the name of its file; numbered if all are taken. */
  #freeName(target: SpecNode, kind: string): string {
    const isFree = (name: string): boolean => {
      if (this.#added.some((added) => added.kind === kind && added.name === name)) return false;
      const existing = child(this.#existing(kind), name);
      return existing.value === undefined || this.#spec.resolve(existing)?.value === target.value;
    };
    const keys = keysOf(target);
    const candidates = keys.map((_, index) => keys.slice(-1 - index).join("-"));
    const file = target.file.replace(/^.*\//, "").replace(/\.[^.]+$/, "");
    const last = [file, ...candidates.slice(-1)].join("_");
    const found = [...candidates, last].find(isFree);
    if (found !== undefined) return found;
    let count = 2;
    while (!isFree(`${last}-${count}`)) count += 1;
    return `${last}-${count}`;
  }

  /** The values of a discriminator as references; without those that lead nowhere, of which a warning tells. */
  #mapping(node: SpecNode): Copy {
    const copy = emptyCopy();
    for (const [value, listed] of members(node)) {
      const target = mappingTarget(this.#spec, listed);
      if (target !== undefined) copy[value] = this.#component(target, "schemas");
    }
    return copy;
  }

  /** The second operation with the same operationId is written where it is, not in `operations`. */
  #dropRepeatedId(operation: Copy): void {
    const id = operation.operationId;
    if (typeof id !== "string") return;
    if (this.#operationIds.has(id)) delete operation.operationId;
    this.#operationIds.add(id);
  }
}

/** Without a prototype, every name is a plain member: `constructor`, `valueOf` and `__proto__`, too. */
const emptyCopy = (): Copy => Object.create(null);

/** A copy of data, with `null` for numbers that JSON does not have. */
const copyOfData = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? "null");

function ensure(copy: Copy, key: string): Copy {
  const found = copy[key];
  if (isRecord(found)) return found;
  const made = emptyCopy();
  copy[key] = made;
  return made;
}

/** The kind of component that an object with a role can be, if types are made of it. */
function kindOf(role: string): string | undefined {
  if (isSchemaRole(role)) return "schemas";
  if (role === "requestBody") return "requestBodies";
  return ["parameters", "responses", "headers", "requestBodies"].includes(role) ? role : undefined;
}

/** Whether a member is one of those that its object names: not an extension, nor text such as a `$ref` in their place. */
const isName = (names: SpecNode, name: string, member: SpecNode): boolean =>
  !isExtension(names, name) && typeof member.value !== "string";

/**
 * Whether a node is in a part of the document that types are made of. A reference to another part would become the name of a
 * type as it is, whatever it contains.
 */
function hasTypes(node: SpecNode): boolean {
  const [top = "", kind = ""] = keysOf(node);
  return top === "paths" || (top === "components" && (kind === "pathItems" || kindOf(kind) === kind));
}

/**
 * Whether a member has no part in types: extensions; named examples, which can be a quarter of a document and slow down every
 * walk; and other data that contains a `$ref`, which need not resolve.
 */
function isUnused(key: string, value: unknown): boolean {
  if (key.startsWith("x-")) return key !== "x-extensible-enum";
  if (key === "examples" && isRecord(value)) return true;
  return dataKeywords.has(key) && JSON.stringify(value).includes('"$ref"');
}

/** Replaces `nullable` (OpenAPI 3.0) by a null type where schema.ts writes the type, so that only its union adds `null`. */
function moveNullToType(schema: Copy): void {
  if (schema.nullable !== true) return;
  if (schema["x-extensible-enum"] === undefined && !isExactNumber(schema)) return;
  schema.type = [schema.type, "null"];
  delete schema.nullable;
}
