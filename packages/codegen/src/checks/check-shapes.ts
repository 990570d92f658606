import { methods } from "../document/operations.ts";
import { child, children, isRecord, members, type Place } from "../document/place.ts";
import { isSchemaRole } from "../document/walk.ts";
import { type PlaceCheck, type Problem, problemAt } from "./problem.ts";

interface Kind {
  readonly named: string;
  readonly holds: (value: unknown) => boolean;
  /** What its members or elements are. */
  readonly each?: Kind;
}

const isString = (value: unknown): boolean => typeof value === "string";
const isSchema = (value: unknown): boolean => isRecord(value) || typeof value === "boolean";
const listOf = (holds: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(holds);

const string: Kind = { named: "a string", holds: isString };
const strings: Kind = { named: "a list of strings", holds: listOf(isString) };
const type: Kind = {
  named: "a type or a list of them",
  holds: (value) => isString(value) || strings.holds(value),
};
const object: Kind = { named: "an object", holds: isRecord };
const objectsByName: Kind = { ...object, each: object };
const list: Kind = { named: "a list", holds: Array.isArray };
const objects: Kind = { ...list, each: object };
const schema: Kind = { named: "a schema", holds: isSchema };
const schemas: Kind = { named: "a list of schemas", holds: Array.isArray, each: schema };
const schemasByName: Kind = { ...object, each: schema };
const items: Kind = { named: "a schema", holds: (value) => isSchema(value) || listOf(isSchema)(value) };

type Shape = ReadonlyMap<string, Kind>;

const shapeOf = (kinds: { readonly [keyword: string]: Kind }): Shape =>
  new Map(Object.entries({ title: string, summary: string, ...kinds }));

const byMethod = <T>(value: T): { [method: string]: T } =>
  Object.fromEntries(methods.map((method) => [method, value]));
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

/** What is generated from has the shape that OpenAPI gives it; whatever else a document contains is left alone. */
export const checkShapes: PlaceCheck = (place, role) => {
  const shape = isSchemaRole(role) ? schemaObject : (shapes.get(role) ?? anyObject);
  const problems = members(place).flatMap(([keyword, found]) => {
    const kind = shape.get(keyword);
    const isJudged = kind !== undefined && found.value !== null && !isStray(place, keyword);
    return isJudged ? misshapen(found, keyword, kind) : [];
  });
  return role === "parameters" && isRecord(place.value) ? [...problems, ...unidentified(place)] : problems;
};

function misshapen(place: Place, name: string, kind: Kind): Problem[] {
  if (place.value === undefined) return [];
  if (!kind.holds(place.value)) {
    const found = JSON.stringify(place.value).slice(0, 60);
    return [problemAt(place, `"${name}" must be ${kind.named}; found ${found}`)];
  }
  const { each } = kind;
  return each === undefined ? [] : children(place).flatMap(([key, below]) => misshapen(below, key, each));
}

/** `required: true` on a single property: a frequent slip from other schema languages, and without effect there. */
const isStray = (place: Place, keyword: string): boolean =>
  keyword === "required" &&
  typeof child(place, keyword).value === "boolean" &&
  members(place).every(([key]) => key !== "properties");

function unidentified(place: Place): Problem[] {
  if (child(place, "$ref").value !== undefined) return [];
  if (typeof child(place, "name").value !== "string")
    return [problemAt(place, 'a parameter must have a "name"')];
  const location = child(place, "in").value;
  if (["query", "path", "header", "cookie"].includes(String(location))) return [];
  const found = location === undefined ? "nothing" : JSON.stringify(location);
  return [problemAt(place, `a parameter is "in" query, path, header or cookie; found ${found}`)];
}
