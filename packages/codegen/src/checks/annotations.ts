import { isPointer } from "@usagewire/pagination/internal";
import type { AnySchemaObject } from "ajv";
import { jsonBodySchema, type Operation, queryParameters, successResponse } from "../document/operations.ts";
import { isArrayOfRecords, type SchemaLookup, schemasAt, typesOf, typesOfAll } from "../document/schema.ts";
import { child, isRecord, members, type Spec, type SpecNode } from "../document/spec.ts";
import { type Finding, problemAt, quoted, suggestion } from "./check.ts";
import { type Annotation, validateExtension } from "./extension-schema.ts";

/**
 * Whatever an extension refers to exists in its operation: query parameters, records, values of the response.
 *
 * @param schema the schema of the extension, whose annotations say what each value refers to.
 */
export function checkAnnotations(
  spec: Spec,
  operation: Operation,
  extension: SpecNode,
  schema: AnySchemaObject,
): Finding[] {
  const { annotations } = validateExtension(extension, schema);
  const response = successResponse(spec, operation);
  const problems = annotations.flatMap((annotation) => {
    const fault = faultOf(spec, operation, response, annotation);
    return fault === undefined ? [] : [problemAt(annotation.node, `${annotation.name}: ${fault}`)];
  });
  const needsResponse = annotations.some(
    ({ keyword }) => keyword === "x-records" || keyword === "x-value-types",
  );
  if (!needsResponse || response !== undefined) return problems;
  const message = `${extension.key} requires a 2xx response; ${operation.key} describes none`;
  return [problemAt(extension, message), ...problems];
}

function faultOf(
  spec: Spec,
  operation: Operation,
  response: SpecNode | undefined,
  { keyword, argument, node }: Annotation,
): string | undefined {
  const { value } = node;
  // Values of another type are reported by the schema.
  if (typeof value !== "string") return undefined;
  switch (keyword) {
    case "x-query-parameter":
      return queryParameterFault(operation, value);
    case "x-records":
      return response && recordsFault(spec, response, value);
    case "x-value-types":
      return response && expressionFault(spec, response, value, stringsIn(argument));
    case "x-requires":
      return requirementFault(node, stringsIn(isRecord(argument) ? argument[value] : undefined));
  }
}

const stringsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** Why a name is not one of the operation's query parameters; `undefined` if it is. */
export function queryParameterFault(operation: Operation, name: string): string | undefined {
  const known = queryParameters(operation).map((parameter) => parameter.name);
  if (known.includes(name)) return undefined;
  return `unknown query parameter "${name}"; ${operation.key} has ${quoted(known) || "none"}${suggestion(name, known)}`;
}

const noBody = "the response has no JSON body with a schema";

function recordsFault(spec: Spec, response: SpecNode, pointer: string): string | undefined {
  const body = jsonBodySchema(spec, response);
  if (body === undefined) return noBody;
  if (!isPointer(pointer)) return undefined;
  const found = schemasAt(spec, body, pointer);
  if (found.missing !== undefined) return missingFault(pointer, found);
  const arrays = found.schemas.filter((schema) => typesOf(schema).includes("array"));
  if (arrays.length === 0) {
    const types = typesOfAll(found.schemas);
    return `must point to an array; "${pointer}" ${types.length === 0 ? "has no type" : `is of type ${types.join(" or ")}`}`;
  }
  if (arrays.some((array) => isArrayOfRecords(spec, array))) return undefined;
  return `the records at "${pointer}" have no described properties; add "properties" to their schema`;
}

const expressionForm = /^\$response\.(?:body#(?<pointer>.*)|header\.(?<header>.+))$/s;

function expressionFault(
  spec: Spec,
  response: SpecNode,
  expression: string,
  types: readonly string[],
): string | undefined {
  const { pointer, header } = expressionForm.exec(expression)?.groups ?? {};
  if (header !== undefined) return headerFault(response, header);
  if (pointer === undefined || !isPointer(pointer)) return undefined;
  const body = jsonBodySchema(spec, response);
  if (body === undefined) return noBody;
  const found = schemasAt(spec, body, pointer);
  if (found.missing !== undefined) return missingFault(pointer, found);
  const actual = typesOfAll(found.schemas);
  if (actual.some((type) => types.includes(type))) return undefined;
  return `"${pointer}" must be of type ${types.join(" or ")}; its schema says ${actual.join(" or ") || "nothing"}`;
}

function headerFault(response: SpecNode, header: string): string | undefined {
  const known = members(child(response, "headers")).map(([name]) => name);
  if (known.some((name) => name.toLowerCase() === header.toLowerCase())) return undefined;
  return `the response has no header "${header}"; it describes ${quoted(known) || "none"}${suggestion(header, known)}`;
}

function missingFault(
  pointer: string,
  { missing, known }: Extract<SchemaLookup, { missing: string }>,
): string {
  const properties =
    known.length === 0 ? "no properties are described there" : `its properties are ${quoted(known)}`;
  return `the response has no "${pointer}": unknown property "${missing}"; ${properties}${suggestion(missing, known)}`;
}

/** @param needed keys of which the extension must have one. */
function requirementFault(node: SpecNode, needed: readonly string[]): string | undefined {
  const { parent, value } = node;
  if (parent === undefined || needed.length === 0) return undefined;
  if (needed.some((key) => child(parent, key).value !== undefined)) return undefined;
  return `"${value}" requires ${needed.map((key) => `"${key}"`).join(" or ")}`;
}
