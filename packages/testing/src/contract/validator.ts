import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { closedSchema } from "./closed-schema.ts";
import { asObject, type JsonObject, show } from "./json.ts";

/** One way in which a value is not what a schema says. */
export interface Violation {
  /** JSON Pointer in the value. */
  readonly pointer: string;
  /** What was expected there and what was found, to follow the pointer in a sentence. */
  readonly message: string;
}

/** Checks a value against a closed copy of a schema of the document. */
export type Validate = (schema: unknown, value: unknown) => readonly Violation[];

/** Annotations of OpenAPI's own, which say nothing about validity. */
const ANNOTATIONS = ["example", "discriminator", "xml", "externalDocs"];

export function createValidator(document: JsonObject): Validate {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: false,
    // A field renamed in a spec but not in its `required` list is told better by the recordings that hold it.
    strictRequired: false,
    allowUnionTypes: true,
  });
  formats.default(ajv);
  ajv.addVocabulary([...ANNOTATIONS, ...extensionsOf(document)]);
  const compiled = new Map<unknown, ValidateFunction>();
  return (schema, value) => {
    const known = compiled.get(schema);
    const check = known ?? ajv.compile(asObject(closedSchema(document, schema)));
    compiled.set(schema, check);
    check(value);
    return (check.errors ?? []).filter(isSpecific).map(explain);
  };
}

/** Every `x-` keyword that the document uses anywhere. */
function extensionsOf(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== "object" || node === null) return found;
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith("x-")) found.add(key);
    extensionsOf(value, found);
  }
  return found;
}

/** That no alternative fits is told better by what is wrong with each. */
function isSpecific({ keyword }: ErrorObject): boolean {
  return keyword !== "anyOf" && keyword !== "if";
}

function explain({ keyword, instancePath, params, message, data, parentSchema }: ErrorObject): Violation {
  switch (keyword) {
    case "unevaluatedProperties":
    case "additionalProperties": {
      const name = String(params.unevaluatedProperty ?? params.additionalProperty);
      const described = Object.keys(asObject(parentSchema?.properties)).join(", ");
      return {
        pointer: `${instancePath}/${name}`,
        message: `is not described${described && ` (described: ${described})`}`,
      };
    }
    case "required":
      return { pointer: `${instancePath}/${params.missingProperty}`, message: "is missing" };
    case "type":
      return {
        pointer: instancePath,
        message: `must be ${[params.type].flat().join(" or ")}, found ${show(data)}`,
      };
    case "enum":
      return {
        pointer: instancePath,
        message: `must be one of ${show(params.allowedValues)}, found ${show(data)}`,
      };
    default:
      return { pointer: instancePath, message: `${message}, found ${show(data)}` };
  }
}
