import type { Operation, Parameter } from "../document/operations.ts";
import { composedSchemas, includedSchemas, listedValues, typesOfAll } from "../document/schema.ts";
import { child, keysOf, type Spec, type SpecNode, stringAt } from "../document/spec.ts";
import { Code, renderLiteral } from "./literal.ts";

/** JSON-like data to be rendered as a literal. */
export interface Data {
  readonly [key: string]: unknown;
}

/**
 * What the client needs to send a parameter: the `ParameterDescription` of `@usagewire/client`; `undefined` if it sends the
 * value as it is.
 *
 * @param keepsDefault whether the client needs to know the default.
 */
export function wireDescription(spec: Spec, parameter: Parameter, keepsDefault: boolean): Data | undefined {
  const facts = parameterFacts(spec, parameter);
  const { format, style, explode, arrayName, clientDefault } = facts;
  const description = {
    format: format === "date" || format === "date-time" ? format : undefined,
    default: keepsDefault ? facts.default : undefined,
    style,
    explode,
    arrayName,
    clientDefault,
  };
  return Object.values(description).some((value) => value !== undefined) ? description : undefined;
}

/** What a help screen says about a parameter: what it accepts, and the first paragraph of its description. */
export function helpDescription(spec: Spec, parameter: Parameter): Data {
  const schema = spec.resolve(child(parameter.node, "schema"));
  const text = stringAt(parameter.node, "description") ?? (schema && stringAt(schema, "description"));
  return { ...parameterFacts(spec, parameter), text: firstParagraph(text) };
}

/** The first paragraph of a text, on one line. */
export function firstParagraph(text: string | undefined): string | undefined {
  const paragraph = text
    ?.trim()
    .split(/\r?\n[ \t]*\r?\n/)[0]
    ?.replace(/\s+/g, " ");
  return paragraph === "" ? undefined : paragraph;
}

/**
 * All that a document says about a parameter. If its schema has alternatives, only what applies to each of them; but a date
 * format is taken from any, since the client can then format a `Date`.
 */
export function parameterFacts(spec: Spec, { node }: Parameter): Data {
  const schema = child(node, "schema");
  const included = includedSchemas(spec, schema);
  const composed = composedSchemas(spec, schema);
  const types = typesOfAll(composed);
  return {
    type: types.length > 1 ? types : (types[0] ?? "string"),
    format: firstOf(included, "format") ?? dateFormat(composed),
    required: child(node, "required").value === true ? true : undefined,
    ...listedValues(spec, schema),
    pattern: firstOf(included, "pattern"),
    minimum: firstOf(included, "minimum"),
    maximum: firstOf(included, "maximum"),
    default: firstOf(included, "default"),
    ...serialization(node),
    arrayName: stringAt(node, "x-array-name"),
    clientDefault: stringAt(node, "x-client-default"),
  };
}

const firstOf = (schemas: readonly SpecNode[], keyword: string): unknown =>
  schemas.map((schema) => child(schema, keyword).value).find((value) => value !== undefined);

const dateFormat = (schemas: readonly SpecNode[]): string | undefined =>
  schemas
    .map((schema) => stringAt(schema, "format"))
    .find((format) => format === "date" || format === "date-time");

/** `style` and `explode`, unless they are OpenAPI's defaults: `form` and exploded in a query, `simple` in a path. */
function serialization(parameter: SpecNode): { readonly style?: string; readonly explode?: boolean } {
  const inQuery = child(parameter, "in").value === "query";
  const defaultStyle = inQuery ? "form" : "simple";
  const style = stringAt(parameter, "style") ?? defaultStyle;
  const given = child(parameter, "explode").value;
  const explode = typeof given === "boolean" ? given : style === "form";
  return {
    ...(style === defaultStyle ? {} : { style }),
    ...(explode === inQuery ? {} : { explode }),
  };
}

/** Descriptions of parameters; those of shared parameters are declared once, as constants. */
export interface SharedDescriptions {
  /** Source of the constants; empty if there are none. */
  readonly declarations: string;
  /** The description of a parameter: a reference to its constant, or the description itself. */
  readonly of: (parameter: Parameter) => Data | Code | undefined;
}

/**
 * Declares a constant for the description of each shared parameter. They are separate constants, since a property of one
 * common object would be kept by bundlers in every program. Each has an interface, to which declaration files refer instead
 * of repeating its type for every operation.
 *
 * @param suffix the end of the constants' names.
 * @param shared the parameters to declare, by their name in the document; see {@link sharedParameters}.
 * @param describe the description of a parameter; `undefined` if there is nothing to say.
 */
export function shareDescriptions(
  suffix: string,
  shared: ReadonlyMap<string, Parameter>,
  describe: (parameter: Parameter) => Data | undefined,
): SharedDescriptions {
  const declarations: string[] = [];
  const constants = new Set<string>();
  const references = new Map<string, Code>();
  for (const [name, parameter] of shared) {
    const description = describe(parameter);
    if (description === undefined) continue;
    const constant = constantName(name, suffix, constants);
    constants.add(constant);
    declarations.push(declare(constant, description));
    references.set(name, new Code(`${constant} as ${constant}`));
  }
  return {
    declarations:
      declarations.length === 0
        ? ""
        : `\n// Parameters that several operations share.\n${declarations.join("")}`,
    of: (parameter) => references.get(componentName(parameter) ?? "") ?? describe(parameter),
  };
}

function declare(constant: string, description: Data): string {
  const start = `const ${constant} = `;
  const literal = renderLiteral(description, "", start.length + " as const;".length);
  return `${start}${literal} as const;\ninterface ${constant} extends Readonly<typeof ${constant}> {}\n`;
}

/** `page-size` becomes `page_sizeParameter`; another name with the same result becomes `page_sizeParameter2`. */
function constantName(name: string, suffix: string, taken: ReadonlySet<string>): string {
  const identifier = name.replace(/^(?=\d)|[^\w$]/g, "_") + suffix;
  let unique = identifier;
  for (let count = 2; taken.has(unique); count += 1) unique = `${identifier}${count}`;
  return unique;
}

/** The path and query parameters in `components` that several operations use, by their name there. */
export function sharedParameters(operations: readonly Operation[]): Map<string, Parameter> {
  const uses = new Map<string, Parameter[]>();
  for (const parameter of operations.flatMap(({ parameters }) => parameters)) {
    const name = componentName(parameter);
    if (name !== undefined) uses.set(name, [...(uses.get(name) ?? []), parameter]);
  }
  return new Map(
    [...uses].flatMap(([name, [first, ...more]]) => (first && more.length > 0 ? [[name, first]] : [])),
  );
}

/** The name of a path or query parameter in `components`, if it is defined there. */
function componentName({ in: location, node }: Parameter): string | undefined {
  const [top, kind, name, ...deeper] = keysOf(node);
  const isComponent =
    node.file === "" && top === "components" && kind === "parameters" && deeper.length === 0;
  return isComponent && (location === "path" || location === "query") ? name : undefined;
}
