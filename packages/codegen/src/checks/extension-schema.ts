import { parsePointer } from "@usagewire/pagination/internal";
import { Ajv2020, type AnySchemaObject, type ErrorObject } from "ajv/dist/2020.js";
import { child, isRecord, type SpecNode, stringAt } from "../document/spec.ts";
import { type Finding, problemAt, quoted, suggestion } from "./check.ts";

/**
 * Keywords of our schemas that say what a value refers to in the operation; `specs/extensions/README.md` describes them. So a
 * new key or paging style is checked by what its schema says.
 */
const annotationKeywords = ["x-query-parameter", "x-records", "x-value-types", "x-requires"] as const;

/** A value in an extension, and what its schema says about it. */
export interface Annotation {
  readonly keyword: (typeof annotationKeywords)[number];
  /** The value of the keyword in the schema. */
  readonly argument: unknown;
  readonly node: SpecNode;
  /** The name of the value in messages: `x-pagination.pageSize.param`. */
  readonly name: string;
}

type Collect = (keyword: Annotation["keyword"], argument: unknown, pointer: string) => void;

// passContext gives the keywords below the caller's `this`.
const ajv = new Ajv2020({
  allErrors: true,
  strictRequired: false,
  strictTypes: false,
  verbose: true,
  passContext: true,
});
for (const keyword of annotationKeywords) {
  ajv.addKeyword({
    keyword,
    errors: false,
    validate(
      this: Collect,
      argument: unknown,
      _data: unknown,
      _schema?: unknown,
      at?: { instancePath: string },
    ) {
      this(keyword, argument, at?.instancePath ?? "");
      return true;
    },
  });
}

/** Validates an extension against its schema, and collects the annotations of its values. */
export function validateExtension(
  extension: SpecNode,
  schema: AnySchemaObject,
): { readonly problems: Finding[]; readonly annotations: Annotation[] } {
  const annotations: Annotation[] = [];
  const collect: Collect = (keyword, argument, pointer) => {
    annotations.push({ keyword, argument, ...locate(extension, pointer) });
  };
  // Ajv compiles each schema once.
  const validate = ajv.compile(schema);
  const isValid = validate.call(collect, extension.value);
  return { problems: isValid ? [] : explain(extension, schema, validate.errors ?? []), annotations };
}

function locate(extension: SpecNode, pointer: string): { node: SpecNode; name: string } {
  const tokens = parsePointer(pointer);
  return {
    node: tokens.reduce<SpecNode>(child, extension),
    name: [String(extension.key), ...tokens].join("."),
  };
}

/** Ajv's errors as problems that say what was found and what is accepted. */
function explain(extension: SpecNode, schema: object, errors: readonly ErrorObject[]): Finding[] {
  const relevant = errors.filter(
    ({ keyword, schemaPath }) => keyword !== "if" && !schemaPath.includes("/oneOf/"),
  );
  const known = knownKeys(schema);
  const problems = relevant.flatMap((error) => {
    const { node, name } = locate(extension, error.instancePath);
    const { additionalProperty, unevaluatedProperty } = error.params;
    if (typeof additionalProperty === "string") {
      const fault = unknownKey(additionalProperty, Object.keys(error.parentSchema?.properties ?? {}));
      return [problemAt(child(node, additionalProperty), `${name} ${fault}`)];
    }
    if (typeof unevaluatedProperty !== "string") {
      return [problemAt(node, `${name} ${explainOne(error, node)}`)];
    }
    // Ajv also reports the keys of a branch that failed for another reason.
    const isKnown = known.includes(unevaluatedProperty);
    if (isKnown && relevant.some(({ keyword }) => keyword !== "unevaluatedProperties")) return [];
    const fault = isKnown
      ? `does not accept "${unevaluatedProperty}"${withStyle(node)}`
      : unknownKey(unevaluatedProperty, known);
    return [problemAt(child(node, unevaluatedProperty), `${name} ${fault}`)];
  });
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

function explainOne({ keyword, params, schema, parentSchema, message }: ErrorObject, node: SpecNode): string {
  const found = `found ${JSON.stringify(node.value)?.slice(0, 80)}`;
  switch (keyword) {
    case "required":
      return `requires "${params.missingProperty}"${withStyle(node)}`;
    case "dependentRequired":
      return `requires "${params.missingProperty}" with "${params.property}"`;
    case "oneOf":
      return `requires either ${Array.isArray(schema) ? schema.map(({ title }) => title).join(", or ") : message}`;
    case "enum":
      return `must be one of ${quoted(params.allowedValues)}; ${found}${suggestion(String(node.value), params.allowedValues.map(String))}`;
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
  `does not have a key "${key}"; its keys are ${quoted(known, 20)}${suggestion(key, known)}`;

function withStyle(node: SpecNode): string {
  const style = stringAt(node, "style");
  return style === undefined ? "" : ` with style "${style}"`;
}

/** The keys of an extension's object, in all branches of its schema. */
function knownKeys(schema: object): string[] {
  const own = "properties" in schema && isRecord(schema.properties) ? Object.keys(schema.properties) : [];
  const branches = [
    ...("then" in schema && isRecord(schema.then) ? [schema.then] : []),
    ...("allOf" in schema && Array.isArray(schema.allOf) ? schema.allOf.filter(isRecord) : []),
  ];
  return [...new Set([...own, ...branches.flatMap(knownKeys)])];
}
