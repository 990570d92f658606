import type { CallParams, ParameterDocs } from "./apis.ts";
import { invalidValue, UsageError } from "./errors.ts";
import { kebabCase } from "./kebab-case.ts";
import type { Operation } from "./operations.ts";
import { valueRule } from "./parameter-values.ts";

/** A parameter of an operation as a flag of the command line. */
export interface ParameterFlag {
  /** Without the dashes: `iso-country`. */
  readonly name: string;
  /** The parameter's name in the spec: `IsoCountry`. */
  readonly parameter: string;
  readonly location: "path" | "query";
  readonly docs: ParameterDocs;
  /** Whether the flag can be given more than once. */
  readonly repeatable: boolean;
  readonly required: boolean;
}

/** The flag for the page size of every operation, whatever the API calls the parameter. */
const PAGE_SIZE = "page-size";

/**
 * A flag for each documented parameter of an operation, path parameters first.
 *
 * @param reserved names that are prefixed with `api-`, as are names that occur twice
 */
export function parameterFlags(operation: Operation, reserved: readonly string[] = []): ParameterFlag[] {
  const pageSize = pageSizeOf(operation)?.param;
  const taken = new Set(reserved);
  const flag =
    (location: ParameterFlag["location"]) =>
    ([parameter, docs]: [string, ParameterDocs]): ParameterFlag => {
      let name = parameter === pageSize && location === "query" ? PAGE_SIZE : kebabCase(parameter);
      while (taken.has(name)) name = `api-${name}`;
      taken.add(name);
      return {
        name,
        parameter,
        location,
        docs,
        repeatable: [docs.type].flat().includes("array"),
        required: docs.required === true && docs.clientDefault === undefined,
      };
    };
  const { path = {}, query = {} } = operation.docs;
  return [...Object.entries(path).map(flag("path")), ...Object.entries(query).map(flag("query"))];
}

function pageSizeOf({ description: { pagination } }: Operation) {
  return pagination === undefined || pagination.style === "none" ? undefined : pagination.pageSize;
}

/** The API's own name for the page size, if it has no flag of that name. Users who know the API type it. */
export function pageSizeAlias(flags: readonly ParameterFlag[]): string | undefined {
  const pageSize = flags.find(({ name }) => name === PAGE_SIZE);
  const alias = pageSize === undefined ? undefined : kebabCase(pageSize.parameter);
  return flags.some(({ name }) => name === alias) ? undefined : alias;
}

/** The error for {@link pageSizeAlias}, which may also be meant to limit the records. */
export const pageSizeAliasError = (alias: string): UsageError =>
  new UsageError(`unknown flag --${alias}; use --${PAGE_SIZE}, or --max-items to limit the records in total`);

/**
 * Adds a value of a flag to the earlier ones.
 *
 * @throws UsageError if the API does not accept the value
 */
export function addFlagValue(
  { name, location, docs, repeatable }: ParameterFlag,
  text: string,
  earlier: readonly string[] = [],
): readonly string[] {
  // Usually an unset variable of a script, which would pull everything.
  if (text === "") throw new UsageError(`--${name} is empty; omit it to request everything`);
  if (earlier.length > 0 && !repeatable)
    throw new UsageError(`--${name} is given twice; it accepts one value`);
  // As a path segment, these would name another operation.
  if (location === "path" && /^\.\.?$/.test(text)) throw invalidValue(name, text, "a name or an ID");
  const rule = valueRule(docs);
  if (rule !== undefined && !rule.isValid(text)) throw invalidValue(name, text, rule.accepted);
  return [...earlier, text];
}

/**
 * The parameters of a call from the values of its flags.
 *
 * @throws UsageError if a required one is missing
 */
export function callParams(
  flags: readonly ParameterFlag[],
  valuesOf: (flag: ParameterFlag) => readonly string[] | undefined,
): CallParams {
  const path: Record<string, string> = {};
  const query: Record<string, string | readonly string[]> = {};
  const missing: string[] = [];
  for (const flag of flags) {
    const { name, parameter, location, repeatable, required, docs } = flag;
    const [value, ...more] = valuesOf(flag) ?? [];
    if (value === undefined) {
      if (required) missing.push(`--${name} is required: ${docs.text ?? ""}`);
    } else if (location === "path") {
      path[parameter] = value;
    } else {
      query[parameter] = repeatable ? [value, ...more] : value;
    }
  }
  if (missing.length > 0) throw new UsageError(missing.join(" "));
  return { path, query };
}

/** The placeholder for a flag's value in the help: `<hour|day|all>`. */
export function placeholder({ docs: { values, open, format, type } }: ParameterFlag): string {
  const types = [type].flat();
  if (values !== undefined && open !== true && isBrief(values.map(String))) return `<${values.join("|")}>`;
  if (types.includes("integer") || types.includes("number")) return "<number>";
  if (types.includes("boolean")) return "<true|false>";
  if (format === "date") return "<date>";
  return format === "date-time" ? "<time>" : "<text>";
}

/** Commander would read a value that starts with a dash as a flag. */
const isBrief = (values: readonly string[]): boolean =>
  values.length <= 6 && values.every((value) => /^\w[\w-]*$/.test(value));

/** The help text of a flag: its meaning, the accepted values and the default. */
export function flagHelp(
  { name, docs, repeatable, required }: ParameterFlag,
  flags: readonly ParameterFlag[],
  operation: Operation,
): string {
  const defaultValue = (name === PAGE_SIZE ? pageSizeOf(operation)?.default : undefined) ?? docs.default;
  return [
    withFlagNames(docs.text ?? "", flags),
    acceptedHelp(docs),
    repeatable ? "Can be repeated." : "",
    defaultValue === undefined ? "" : `Default: ${String(defaultValue)}.`,
    docs.clientDefault === undefined ? "" : "Default: from the credentials.",
    required ? "Required." : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** How many values of an open enum the help lists; Twilio has more than a hundred categories. */
const LISTED_VALUES = 8;

function acceptedHelp(docs: ParameterDocs): string {
  if (docs.open === true && docs.values !== undefined) {
    const known = docs.values.slice(0, LISTED_VALUES).join(", ");
    const more = docs.values.length - LISTED_VALUES;
    return `Known values: ${known}${more > 0 ? ` and ${more} more` : ""}. Other values are sent as given.`;
  }
  const rule = valueRule(docs);
  return rule === undefined ? "" : `Accepted: ${rule.accepted}.`;
}

/** Replaces the parameter names in a text of the spec with flags. */
const withFlagNames = (text: string, flags: readonly ParameterFlag[]): string =>
  text.replace(/`([^`]+)`/g, (_, quoted: string) => {
    const flag = flags.find(({ parameter }) => parameter === quoted);
    return flag === undefined ? quoted : `--${flag.name}`;
  });
