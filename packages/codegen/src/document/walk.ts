import { children, type Place } from "./place.ts";
import type { Spec } from "./spec.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Below these, keys are names that the author chose, whatever they look like. */
const nameMaps = words(
  "properties patternProperties $defs definitions dependentSchemas schemas parameters responses headers requestBodies " +
    "securitySchemes callbacks pathItems paths webhooks content encoding variables mapping",
);

/** Below these stands data of the API itself, in which nothing is OpenAPI's. */
export const dataKeywords = words("example examples default const enum links");

const schemaRoles = words(
  "schema schemas properties patternProperties additionalProperties items prefixItems allOf anyOf oneOf not if then else " +
    "contains propertyNames dependentSchemas unevaluatedItems unevaluatedProperties $defs definitions",
);

/** Whether a role is that of a Schema Object. */
export const isSchemaRole = (role: string): boolean => schemaRoles.has(role);

/**
 * What a visitor is told about a place: the keyword that gives it a meaning. A schema in `properties` has the role
 * `properties`, one in a list `allOf` the role `allOf`, an operation its method.
 */
export type Visit = (place: Place, role: string) => void;

/**
 * Visits every object of a spec that OpenAPI gives a meaning to, outermost first: not examples, not extensions. Of other
 * files only what the spec refers to, in the role that it has there.
 */
export function walk(spec: Spec, visit: Visit): void {
  const elsewhere = new Map<unknown, [Place, string]>([[spec.root.value, [spec.root, ""]]]);
  const noteAndVisit: Visit = (place, role) => {
    visit(place, role);
    // Nothing is elsewhere, and following every reference would be most of the walk.
    if (spec.files.length === 1) return;
    const target = spec.target(place);
    if (target === undefined || target.file === place.file) return;
    if (!elsewhere.has(target.value)) elsewhere.set(target.value, [target, role]);
  };
  // A Map also yields what is added while it is walked.
  for (const [place, role] of elsewhere.values()) walkDown(place, noteAndVisit, role);
}

function walkDown(place: Place, visit: Visit, role: string): void {
  visit(place, role);
  for (const [key, below] of children(place)) {
    if (dataKeywords.has(key) || key.startsWith("x-") || isPrimitive(below)) continue;
    if (Array.isArray(below.value) || nameMaps.has(key)) walkEach(below, visit, key);
    else walkDown(below, visit, key);
  }
}

function walkEach(collection: Place, visit: Visit, role: string): void {
  for (const [, below] of children(collection)) if (!isPrimitive(below)) walkDown(below, visit, role);
}

const isPrimitive = ({ value }: Place): boolean => typeof value !== "object" || value === null;
