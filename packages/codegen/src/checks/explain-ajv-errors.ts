import type { ErrorObject } from "ajv";
import { tokens } from "../document/json-pointer.ts";
import { child, isRecord, type Place, stringAt } from "../document/place.ts";
import { didYouMean, list } from "./did-you-mean.ts";
import { type Problem, problemAt } from "./problem.ts";

/** Ajv's errors about an extension, in words: what was found and what is accepted. */
export function explainAjvErrors(
  extension: Place,
  name: string,
  schema: object,
  errors: readonly ErrorObject[],
): Problem[] {
  const told = errors.filter(
    ({ keyword, schemaPath }) => keyword !== "if" && !schemaPath.includes("/oneOf/"),
  );
  const known = knownKeys(schema);
  const problems = told.flatMap((error) => {
    const place = tokens(error.instancePath).reduce<Place>(child, extension);
    const path = [name, ...tokens(error.instancePath)].join(".");
    const { additionalProperty, unevaluatedProperty } = error.params;
    if (typeof additionalProperty === "string") {
      const fault = unknownKey(additionalProperty, Object.keys(error.parentSchema?.properties ?? {}));
      return [problemAt(child(place, additionalProperty), `${path} ${fault}`)];
    }
    if (typeof unevaluatedProperty !== "string")
      return [problemAt(place, `${path} ${explain(error, place)}`)];
    // A key of a branch that failed for another reason counts as unevaluated too.
    const isKnown = known.includes(unevaluatedProperty);
    if (isKnown && told.some(({ keyword }) => keyword !== "unevaluatedProperties")) return [];
    const fault = isKnown
      ? `takes no "${unevaluatedProperty}"${withStyle(place)}`
      : unknownKey(unevaluatedProperty, known);
    return [problemAt(child(place, unevaluatedProperty), `${path} ${fault}`)];
  });
  return problems.filter(
    (problem, index) => problems.findIndex((other) => other.message === problem.message) === index,
  );
}

function explain({ keyword, params, schema, parentSchema, message }: ErrorObject, place: Place): string {
  const found = `found ${JSON.stringify(place.value)?.slice(0, 80)}`;
  switch (keyword) {
    case "required":
      return `needs "${params.missingProperty}"${withStyle(place)}`;
    case "dependentRequired":
      return `needs "${params.missingProperty}" beside "${params.property}"`;
    case "oneOf":
      return `takes either ${Array.isArray(schema) ? schema.map(({ title }) => title).join(" or ") : message}`;
    case "enum":
      return `must be one of ${list(params.allowedValues)}; ${found}${didYouMean(String(place.value), params.allowedValues.map(String))}`;
    case "type":
      return `must be of type ${params.type}; ${found}`;
    case "pattern":
      return `must be ${parentSchema?.title ?? `a match of ${params.pattern}`}; ${found}`;
    case "minimum":
      return `must be at least ${params.limit}; ${found}`;
    case "minLength":
    case "minItems":
    case "minProperties":
      return "must not be empty";
    default:
      return `${message}; ${found}`;
  }
}

const unknownKey = (key: string, known: readonly string[]): string =>
  `knows no "${key}"; it has ${list(known, 20)}${didYouMean(key, known)}`;

function withStyle(place: Place): string {
  const style = stringAt(place, "style");
  return style === undefined ? "" : ` with style ${style}`;
}

/** The keys of an extension's object, in whichever branch of its schema they are described. */
function knownKeys(schema: object): string[] {
  const own = "properties" in schema && isRecord(schema.properties) ? Object.keys(schema.properties) : [];
  const branches = [
    ...("then" in schema && isRecord(schema.then) ? [schema.then] : []),
    ...("allOf" in schema && Array.isArray(schema.allOf) ? schema.allOf.filter(isRecord) : []),
  ];
  return [...new Set([...own, ...branches.flatMap(knownKeys)])];
}
