import { httpMethods } from "../document/operations.ts";
import { child, children, isRecord, members, type SpecNode } from "../document/spec.ts";
import { isExtension, isSchemaRole } from "../document/walk.ts";
import { type Finding, type NodeCheck, problemAt, quoted, suggestion } from "./check.ts";

/** What the value of a keyword may be. */
interface Kind {
  /** In a message: `must be …`. */
  readonly name: string;
  readonly matches: (value: unknown) => boolean;
  /** The kind of its members or elements. */
  readonly each?: Kind;
}

const isString = (value: unknown): boolean => typeof value === "string";
const isSchema = (value: unknown): boolean => isRecord(value) || typeof value === "boolean";
const listOf = (matches: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(matches);

const string: Kind = { name: "a string", matches: isString };
const strings: Kind = { name: "a list of strings", matches: listOf(isString) };
const type: Kind = {
  name: "a type or a list of them",
  matches: (value) => isString(value) || strings.matches(value),
};
const object: Kind = { name: "an object", matches: isRecord };
const objectsByName: Kind = { ...object, each: object };
const list: Kind = { name: "a list", matches: Array.isArray };
const objects: Kind = { ...list, each: object };
const schema: Kind = { name: "a schema", matches: isSchema };
const schemas: Kind = { name: "a list of schemas", matches: Array.isArray, each: schema };
const schemasByName: Kind = { ...object, each: schema };
const items: Kind = { name: "a schema", matches: (value) => isSchema(value) || listOf(isSchema)(value) };

type Shape = ReadonlyMap<string, Kind>;

const shapeOf = (kinds: { readonly [keyword: string]: Kind }): Shape =>
  new Map(Object.entries({ title: string, summary: string, ...kinds }));

const byMethod = <T>(value: T): { [method: string]: T } =>
  Object.fromEntries(httpMethods.map((method) => [method, value]));
const pathItem = shapeOf({ ...byMethod(object), parameters: objects });
const operation = shapeOf({
  operationId: string,
  parameters: objects,
  requestBody: object,
  responses: objectsByName,
});
const described = shapeOf({ schema, content: objectsByName });
const response = shapeOf({ headers: objectsByName, content: objectsByName });
const componentKinds = ["parameters", "responses", "headers", "requestBodies", "pathItems"];
const components = shapeOf({
  schemas: schemasByName,
  ...Object.fromEntries(componentKinds.map((kind) => [kind, objectsByName])),
});
const shapes = new Map<string, Shape>(
  Object.entries({
    ...byMethod(operation),
    ...{ components, paths: pathItem, pathItems: pathItem, webhooks: pathItem },
    ...{ parameters: described, headers: described, content: described },
    ...{ responses: response, requestBody: response, requestBodies: response },
  }),
);
const schemaObject = shapeOf({
  ...{ type, enum: list, properties: schemasByName, required: strings, items, additionalProperties: schema },
  ...{ allOf: schemas, anyOf: schemas, oneOf: schemas },
});
const anyObject = shapeOf({});

/** Every part of the document that types are made of has the shape that OpenAPI requires; other parts are not checked. */
export const checkShapes: NodeCheck = (node, role) => {
  const shape = isSchemaRole(role) ? schemaObject : (shapes.get(role) ?? anyObject);
  const problems = members(node).flatMap(([keyword, found]) => {
    const kind = shape.get(keyword);
    if (kind === undefined || found.value === null || isStrayRequired(node, keyword)) return [];
    return shapeProblems(found, keyword, kind);
  });
  return role === "parameters" && isRecord(node.value) ? [...problems, ...parameterProblems(node)] : problems;
};

function shapeProblems(node: SpecNode, name: string, kind: Kind): Finding[] {
  if (node.value === undefined) return [];
  if (isStrayReference(node, name)) {
    const message = `$ref is not possible here; refer to each of the members by itself. It is ignored`;
    return [problemAt(node, message, "slip")];
  }
  if (!kind.matches(node.value)) {
    const found = JSON.stringify(node.value).slice(0, 60);
    return [problemAt(node, `"${name}" must be ${kind.name}; found ${found}`)];
  }
  const { each } = kind;
  return each === undefined
    ? []
    : children(node).flatMap(([key, below]) =>
        isExtension(node, key) ? [] : shapeProblems(below, key, each),
      );
}

/** A `$ref` in place of the members of `properties`, `schemas` and the like. */
const isStrayReference = (node: SpecNode, name: string): boolean =>
  name === "$ref" && typeof node.value === "string";

/** `required: true` on a single property: a common mistake without an effect, left over from other schema languages. */
const isStrayRequired = (node: SpecNode, keyword: string): boolean =>
  keyword === "required" &&
  typeof child(node, keyword).value === "boolean" &&
  members(node).every(([key]) => key !== "properties");

const locations = ["query", "path", "header", "cookie"];

/** A parameter has a name and a location. */
function parameterProblems(node: SpecNode): Finding[] {
  if (child(node, "$ref").value !== undefined) return [];
  if (typeof child(node, "name").value !== "string")
    return [problemAt(node, 'a parameter requires a "name"')];
  const location = child(node, "in").value;
  const accepted = `one of ${quoted(locations)}`;
  if (location === undefined) return [problemAt(node, `a parameter requires "in": ${accepted}`)];
  if (locations.includes(String(location))) return [];
  const found = `found ${JSON.stringify(location)}${suggestion(String(location), locations)}`;
  return [problemAt(node, `"in" must be ${accepted}; ${found}`)];
}
