import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { closedSchema } from "./closed-schema.ts";
import { asObject, type JsonObject, messageOf, show } from "./json.ts";

/** A place in a value that does not match the schema. */
export interface Violation {
  /** JSON Pointer in the value. */
  readonly pointer: string;
  /** What is wrong, as the end of a sentence that starts with the pointer. */
  readonly message: string;
}

/** Checks a value against a closed copy of a schema of the document. */
export type Validate = (schema: unknown, value: unknown) => readonly Violation[];

/** Keywords of OpenAPI that do not affect validation. */
const ANNOTATIONS = ["example", "discriminator", "xml", "externalDocs"];

/** @param name The name of the document, for messages. */
export function createValidator(name: string, document: JsonObject): Validate {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    // If a renamed field is still in `required`, the recordings that have the field give a clearer error.
    strictRequired: false,
    allowUnionTypes: true,
  });
  formats.default(ajv);
  const used = keywordsIn(document);
  ajv.addVocabulary([...ANNOTATIONS, ...used.extensions]);
  // JSON Schema ignores formats that it does not know; Ajv throws in strict mode.
  for (const format of used.formats) if (!(format in ajv.formats)) ajv.addFormat(format, true);

  const compiled = new Map<unknown, ValidateFunction>();
  const compile = (schema: unknown): ValidateFunction => {
    try {
      return ajv.compile(asObject(closedSchema(document, schema)));
    } catch (cause) {
      throw new Error(`${name} has an invalid schema: ${messageOf(cause)}`, { cause });
    }
  };
  return (schema, value) => {
    const check = compiled.get(schema) ?? compile(schema);
    compiled.set(schema, check);
    check(value);
    return (check.errors ?? []).filter(isSpecific).map(toViolation);
  };
}

/** All `x-` keywords and all formats in the document. */
function keywordsIn(document: JsonObject): { extensions: Set<string>; formats: Set<string> } {
  const found = { extensions: new Set<string>(), formats: new Set<string>() };
  const seen = new Set<unknown>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    for (const [key, value] of Object.entries(node)) {
      if (key.startsWith("x-")) found.extensions.add(key);
      if (key === "format" && typeof value === "string") found.formats.add(value);
      visit(value);
    }
  };
  visit(document);
  return found;
}

/** The errors of the alternatives say more than that none of them matches. */
function isSpecific({ keyword }: ErrorObject): boolean {
  return keyword !== "anyOf" && keyword !== "if";
}

function toViolation({ keyword, instancePath, params, message, data, parentSchema }: ErrorObject): Violation {
  switch (keyword) {
    case "unevaluatedProperties":
    case "additionalProperties": {
      const name = String(params.unevaluatedProperty ?? params.additionalProperty);
      const known = Object.keys(asObject(parentSchema?.properties)).join(", ");
      return {
        pointer: `${instancePath}/${name}`,
        message: `is not in the spec${known && ` (known: ${known})`}`,
      };
    }
    case "required":
      return { pointer: `${instancePath}/${params.missingProperty}`, message: "is missing" };
    case "type": {
      const types = [params.type].flat().join(" or ");
      return { pointer: instancePath, message: `must be ${types}, found ${show(data)}` };
    }
    case "enum": {
      const values = show(params.allowedValues);
      return { pointer: instancePath, message: `must be one of ${values}, found ${show(data)}` };
    }
    default:
      return { pointer: instancePath, message: `${message}, found ${show(data)}` };
  }
}

/** One line for each kind of violation, because what is wrong with one record is usually wrong with all. */
export function summarize(violations: readonly Violation[]): string[] {
  const kinds = new Map<string, { first: Violation; count: number }>();
  for (const violation of violations) {
    const kind = `${violation.pointer.replace(/\/\d+/g, "/*")} ${violation.message.replace(/, found .*/, "")}`;
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { first: violation, count: 1 });
    else known.count++;
  }
  return [...kinds.values()].map(({ first: { pointer, message }, count }) =>
    `${pointer} ${message}${count === 1 ? "" : `; ${count} occurrences`}`.trimStart(),
  );
}
