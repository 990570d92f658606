import { Option } from "commander";
import { invalidValue, UsageError } from "./errors.ts";
import { FORMATS } from "./formats/format.ts";
import { kebabCase } from "./kebab-case.ts";
import { isDay, isInstant } from "./parameter-values.ts";

/** Where a flag can be used: in `pull --all`, with every operation, or only with operations that are paged. */
export type OptionScope = "pull-all" | "operation" | "list";

interface OptionDefinition<Name> {
  readonly scopes: readonly OptionScope[];
  readonly help: string;
  /** What applies without the flag, if the help should say so; by scope if it differs. */
  readonly default?: string | Partial<Readonly<Record<OptionScope, string>>>;
  /** Name of the value in the help; without it, the flag has no value. */
  readonly placeholder?: string;
  /** Reads the value; returns `undefined` if it is invalid. Without it, every text is valid. */
  readonly parse?: (text: string) => unknown;
  /** What `parse` accepts, for messages. */
  readonly accepted?: string;
  /** A flag without which this one has no effect. */
  readonly requires?: Name;
  /** A flag that contradicts this one. */
  readonly conflictsWith?: Name;
}

const defineOptions = <const Table extends { readonly [Name in keyof Table]: OptionDefinition<keyof Table> }>(
  table: Table,
) => table;

/**
 * The flags of the command line that are not parameters of an API, in the order of the help. The key in kebab case is
 * the flag: `maxItems` is `--max-items`. Parsing, checks, help and {@link OptionValues} follow from this table, and a
 * test compares it with the README. To add a flag, add an entry and read its value where it is used.
 */
export const OPTIONS = defineOptions({
  all: {
    scopes: ["pull-all"],
    help: "Pull a small sample of every operation and print a summary.",
  },
  simId: {
    scopes: ["pull-all"],
    placeholder: "text",
    help: "With --all: ID of the Onomondo SIM for sim-usage. Required without --emulator.",
  },
  tagId: {
    scopes: ["pull-all"],
    placeholder: "text",
    help: "With --all: ID of the Onomondo tag for tag-total. Required without --emulator.",
  },
  maxItems: {
    scopes: ["list"],
    placeholder: "number",
    help: "Stop after this many records.",
    default: "all records",
    accepted: "a whole number of at least 0",
    parse: (text) => (/^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined),
  },
  cursor: {
    scopes: ["list"],
    placeholder: "text",
    help: "Resume from the cursor that an earlier pull printed; use the same flags.",
  },
  format: {
    scopes: ["pull-all", "operation"],
    placeholder: FORMATS.join("|"),
    help: "Output format.",
    default: {
      "pull-all": "table",
      operation:
        "csv for an --output that ends in .csv, ndjson for other files and pipes, table on a terminal",
    },
    accepted: `one of ${FORMATS.join(", ")}`,
    parse: (text) => FORMATS.find((format) => format === text),
  },
  output: {
    scopes: ["operation"],
    placeholder: "file",
    help: "Write to a new file. With --cursor, append to an existing one.",
    default: "standard output",
  },
  force: {
    scopes: ["operation"],
    help: "Let --output overwrite an existing file.",
    requires: "output",
  },
  baseUrl: {
    scopes: ["operation"],
    placeholder: "url",
    help: "Base URL of the API.",
    default: "the URL of the provider",
  },
  emulator: {
    scopes: ["pull-all", "operation"],
    help: "Pull from local emulators instead of the real APIs. Needs no credentials.",
    conflictsWith: "baseUrl",
  },
  emulatorNow: {
    scopes: ["pull-all", "operation"],
    placeholder: "time",
    help: "With --emulator: the current time of the providers, as a day (00:00 UTC) or a time with a time zone.",
    default: "2025-06-15T12:00:00Z",
    accepted: "a day such as 2025-06-15 or a time with a time zone such as 2025-06-15T12:00:00Z",
    parse: (text) => {
      if (isDay(text)) return new Date(`${text}T00:00:00Z`);
      return isInstant(text) ? new Date(text) : undefined;
    },
    requires: "emulator",
  },
});

type OptionName = keyof typeof OPTIONS;

type OptionValue<Definition> = Definition extends { parse: (text: string) => infer Value }
  ? Exclude<Value, undefined>
  : Definition extends { placeholder: string }
    ? string
    : true;

/** The flags of a command line that were given, by key of {@link OPTIONS}. */
export type OptionValues = {
  readonly [Name in OptionName]?: OptionValue<(typeof OPTIONS)[Name]> | undefined;
};

/** The entries of a table with literal keys; `Object.entries` forgets the keys' type. */
const definitions = Object.entries(OPTIONS) as [OptionName, OptionDefinition<OptionName>][];

/** The flag for a key: `maxItems` is `max-items`. */
export const flagName = (name: OptionName): string => kebabCase(name);

/** The flag as the help shows it: `--max-items <number>`. */
export function flagUsage(name: OptionName): string {
  const { placeholder }: OptionDefinition<OptionName> = OPTIONS[name];
  return `--${flagName(name)}${placeholder === undefined ? "" : ` <${placeholder}>`}`;
}

/** The flags that can be used in one of the scopes, as commander takes them. */
export const commanderOptions = (scopes: readonly OptionScope[]): Option[] =>
  definitions
    .filter(([, definition]) => definition.scopes.some((scope) => scopes.includes(scope)))
    .map(([name, definition]) => {
      const option = new Option(flagUsage(name), helpText(definition, scopes));
      return definition.placeholder === undefined
        ? option
        : option.argParser((text) => parseValue(name, definition, text));
    });

function helpText({ help, default: given }: OptionDefinition<OptionName>, scopes: readonly OptionScope[]) {
  const fallback = typeof given === "object" ? scopes.map((scope) => given[scope]).find(Boolean) : given;
  return fallback === undefined ? help : `${help} Default: ${fallback}.`;
}

function parseValue(name: OptionName, { parse, accepted }: OptionDefinition<OptionName>, text: string) {
  const value = parse === undefined ? text : parse(text);
  if (value === undefined) throw invalidValue(flagName(name), text, accepted ?? "another value");
  return value;
}

/**
 * Picks the values of {@link OPTIONS} that can be used in one of the scopes.
 *
 * @param parsed what commander collected, other flags included
 * @throws UsageError if a flag lacks one that it requires, or contradicts another
 */
export function optionValues(parsed: Record<string, unknown>, scopes: readonly OptionScope[]): OptionValues {
  const allowed = definitions.filter(([, definition]) =>
    definition.scopes.some((scope) => scopes.includes(scope)),
  );
  const values = Object.fromEntries(allowed.map(([name]) => [name, parsed[name]]));
  for (const [name, { requires, conflictsWith }] of allowed) {
    if (values[name] === undefined) continue;
    if (requires !== undefined && values[requires] === undefined) {
      throw new UsageError(`--${flagName(name)} requires --${flagName(requires)}`);
    }
    if (conflictsWith !== undefined && values[conflictsWith] !== undefined) {
      throw new UsageError(`--${flagName(name)} cannot be combined with --${flagName(conflictsWith)}`);
    }
  }
  return values;
}
