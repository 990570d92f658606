import { children, type Spec, type SpecNode } from "./spec.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** The keys of these objects are names that the author chose, even if they look like keywords. */
export const nameMaps = words(
  "properties patternProperties $defs definitions dependentSchemas schemas parameters responses headers requestBodies " +
    "securitySchemes callbacks pathItems paths webhooks content encoding variables mapping",
);

/** Keywords whose value is data of the API, in which nothing is a keyword. */
export const dataKeywords = words("example examples default const enum links");

const schemaRoles = words(
  "schema schemas properties patternProperties additionalProperties items prefixItems allOf anyOf oneOf not if then else " +
    "contains propertyNames dependentSchemas unevaluatedItems unevaluatedProperties $defs definitions",
);

/** Whether a node with this role is a Schema Object. */
export const isSchemaRole = (role: string): boolean => schemaRoles.has(role);

/**
 * Called for each visited node. The role is the keyword that gives the node its meaning: a schema in `properties` has the
 * role `properties`, one in an `allOf` list the role `allOf`, an operation its method, the document `""`.
 */
export type Visit = (node: SpecNode, role: string) => void;

/**
 * Visits every object to which OpenAPI gives a meaning, parents first; examples and extensions are skipped. In other files
 * it visits only what the spec refers to, with the role that it has there.
 */
export function walk(spec: Spec, visit: Visit): void {
  const starts = new Map<unknown, [SpecNode, string]>([[spec.root.value, [spec.root, ""]]]);
  const visitAndQueue: Visit = (node, role) => {
    visit(node, role);
    // In a single file nothing needs queuing, and resolving every $ref would be most of the walk.
    if (spec.files.length === 1) return;
    const target = spec.target(node);
    if (target === undefined || target.file === node.file) return;
    if (!starts.has(target.value)) starts.set(target.value, [target, role]);
  };
  // A Map also yields entries that are added during the iteration.
  for (const [node, role] of starts.values()) walkDown(node, visitAndQueue, role);
}

function walkDown(node: SpecNode, visit: Visit, role: string): void {
  visit(node, role);
  for (const [key, below] of children(node)) {
    if (dataKeywords.has(key) || key.startsWith("x-") || isPrimitive(below)) continue;
    if (Array.isArray(below.value) || nameMaps.has(key)) walkEach(below, visit, key);
    else walkDown(below, visit, key);
  }
}

function walkEach(collection: SpecNode, visit: Visit, role: string): void {
  for (const [key, below] of children(collection)) {
    if (!isPrimitive(below) && !isExtension(collection, key)) walkDown(below, visit, role);
  }
}

/** Whether a key is an extension next to paths or responses. In `components` it would be a name. */
export const isExtension = ({ key, parent }: SpecNode, name: string): boolean =>
  name.startsWith("x-") && (key === "paths" || key === "responses") && parent?.key !== "components";

const isPrimitive = ({ value }: SpecNode): boolean => typeof value !== "object" || value === null;
