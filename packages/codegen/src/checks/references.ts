import { parsePointer } from "@usagewire/pagination/internal";
import {
  addressOf,
  child,
  children,
  longestChain,
  mappingTarget,
  members,
  parseReference,
  type Spec,
  type SpecNode,
} from "../document/spec.ts";
import { isSchemaRole } from "../document/walk.ts";
import { type NodeCheck, problemAt, suggestion } from "./check.ts";

/** Every `$ref` resolves; that of a schema not to an example, of which no types can be made. */
export const checkReferences: NodeCheck = (node, role, spec) => {
  const ref = child(node, "$ref");
  if (ref.value === undefined) return [];
  if (typeof ref.value !== "string") {
    return [problemAt(ref, `$ref must be a string; found ${JSON.stringify(ref.value).slice(0, 60)}`)];
  }
  const fault =
    faultOf(spec, node, ref.value) ??
    (isSchemaRole(role) && ref.value.includes("#/components/examples/")
      ? "points to an example; expected a schema"
      : undefined);
  return fault === undefined ? [] : [problemAt(ref, `$ref ${JSON.stringify(ref.value)} ${fault}`)];
};

/** Every value in a `discriminator.mapping` names a schema. The types do without those that do not. */
export const checkMappings: NodeCheck = (node, role, spec) => {
  if (role !== "discriminator") return [];
  return members(child(node, "mapping")).flatMap(([, value]) => {
    if (mappingTarget(spec, value) !== undefined) return [];
    const fault =
      typeof value.value === "string"
        ? faultOf(spec, { ...value, value: { $ref: value.value } }, value.value)
        : "must be a string";
    return [
      problemAt(
        value,
        `discriminator.mapping: ${JSON.stringify(value.value)} ${fault}; it is ignored`,
        "slip",
      ),
    ];
  });
};

function faultOf(spec: Spec, node: SpecNode, ref: string): string | undefined {
  const reference = parseReference(node.file, ref);
  if (reference.invalid !== undefined) return reference.invalid;
  if (reference.file === "" && reference.pointer === "")
    return "points to the whole spec; point to a part of it";
  const top = spec.files.find(({ file }) => file === reference.file);
  if (top === undefined) return `points to the file "${reference.file}", which cannot be read`;
  if (spec.resolve(node) !== undefined) return undefined;
  if (spec.target(node) !== undefined) return chainFault(spec, node);
  let at = top;
  for (const token of parsePointer(reference.pointer)) {
    const next = child(at, token);
    if (next.value === undefined) {
      const known = children(at).map(([key]) => key);
      return `does not resolve: ${addressOf(at)} has no "${token}"${suggestion(token, known)}`;
    }
    at = next;
  }
  return "does not resolve";
}

/** What is wrong with a chain of references; `undefined` for one that another is to blame for. */
function chainFault(spec: Spec, start: SpecNode): string | undefined {
  const seen = new Set<unknown>();
  for (let at: SpecNode | undefined = start; at !== undefined; at = spec.target(at)) {
    if (seen.has(at.value)) return "is circular";
    if (seen.size === longestChain) return `leads through more than ${longestChain} other references`;
    seen.add(at.value);
  }
  return undefined;
}
