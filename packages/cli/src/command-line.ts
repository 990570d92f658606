import { didYouMean } from "@usagewire/pagination/internal";
import { Command, CommanderError, Option } from "commander";
import { type ApiDefinition, apis, type CallParams, environmentHelp } from "./apis.ts";
import { exitCodesHelp, UsageError } from "./errors.ts";
import type { Host } from "./host.ts";
import { type Operation, operationsOf } from "./operations.ts";
import { commanderOptions, type OptionScope, type OptionValues, optionValues } from "./options.ts";
import {
  addFlagValue,
  callParams,
  flagHelp,
  pageSizeAlias,
  pageSizeAliasError,
  parameterFlags,
  placeholder,
} from "./parameter-flags.ts";
import { VERSION } from "./version.ts";

/** What a command line asks for. */
export type ParsedCommand = PullCommand | PullAllCommand;

/** `usagewire pull <api> <operation>` */
export interface PullCommand {
  readonly kind: "pull";
  readonly api: ApiDefinition;
  readonly operation: Operation;
  readonly params: CallParams;
  readonly options: OptionValues;
}

/** `usagewire pull --all` */
export interface PullAllCommand {
  readonly kind: "pull-all";
  readonly options: OptionValues;
}

/**
 * Parses the arguments of the command.
 *
 * @param args without the program's name
 * @returns `undefined` if they ask for help or the version, which is then printed
 * @throws UsageError or CommanderError if they are invalid
 */
export function parseCommandLine(args: readonly string[], host: Host): ParsedCommand | undefined {
  let parsed: ParsedCommand | undefined;
  const program = new Command("usagewire")
    .description("Downloads usage records from metered APIs.")
    .usage("<command> [flags]")
    .optionsGroup(FLAGS)
    .version(VERSION, "-V, --version", "Print the version.")
    .helpOption("-h, --help", "Print this help.")
    .helpCommand("help [command]", "Print the help of a command.")
    .enablePositionalOptions()
    .exitOverride()
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      // `report` prints all errors.
      outputError: () => {},
      getOutHelpWidth: () => host.stdout.columns || 100,
    })
    .addHelpText("after", `\n${exitCodesHelp}`);
  addPullCommand(program, (command) => {
    parsed = command;
  });

  try {
    program.parse(args.length === 0 ? ["--help"] : args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return undefined;
    throw error;
  }
  return parsed;
}

/** The heading of the flags that are not parameters of an API. */
const FLAGS = "Flags:";

/** Adds `pull`, with a command for each API and, below it, one for each operation. */
function addPullCommand(program: Command, onParsed: (command: ParsedCommand) => void): void {
  const pull = program
    .command("pull")
    .summary("Download the records of an operation.")
    .description("Downloads the records of an operation, from the first page to the last.")
    .usage("<api> <operation> [flags]\n       usagewire pull --all [flags]")
    .helpCommand(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .optionsGroup(FLAGS)
    .commandsGroup("APIs:")
    .addHelpText("after", `\n${environmentHelp}\n${exitCodesHelp}`)
    .action((parsed: Record<string, unknown>, { args: [word] }: Command) => {
      if (word !== undefined || parsed.all !== true) throw unknownName("API", word, apis, "pull");
      onParsed({ kind: "pull-all", options: optionValues(parsed, ["pull-all"]) });
    });
  for (const option of commanderOptions(["pull-all"])) pull.addOption(option);

  for (const api of apis) {
    const operations = operationsOf(api);
    const command = pull
      .command(api.name)
      .description(api.title)
      .usage("<operation> [flags]")
      .helpCommand(false)
      .allowUnknownOption()
      .allowExcessArguments()
      .optionsGroup(FLAGS)
      .commandsGroup("Operations:")
      .action((_options: object, { args: [word] }: Command) => {
        refuseAll(pull);
        throw unknownName("operation", word, operations, `pull ${api.name}`);
      });
    for (const operation of operations) {
      addOperationCommand(command, api, operation, (parsed) => {
        refuseAll(pull);
        onParsed(parsed);
      });
    }
  }
}

function refuseAll(pull: Command): void {
  if (pull.opts().all === true) {
    throw new UsageError("--all pulls every operation; use it without the name of an API or operation");
  }
}

/** Adds the command of an operation, with a flag for each of its parameters. */
function addOperationCommand(
  parent: Command,
  api: ApiDefinition,
  operation: Operation,
  onParsed: (command: PullCommand) => void,
): void {
  const scopes: OptionScope[] = operation.paged ? ["list", "operation"] : ["operation"];
  const options = commanderOptions(scopes);
  const flags = parameterFlags(operation, ["help", ...options.map((option) => option.name())]);
  const parameters = new Map(
    flags.map((flag) => [
      flag,
      new Option(`--${flag.name} ${placeholder(flag)}`, flagHelp(flag, flags, operation))
        .helpGroup("Parameters:")
        .argParser((text, earlier: readonly string[] | undefined) => addFlagValue(flag, text, earlier)),
    ]),
  );
  const required = flags.filter((flag) => flag.required).map((flag) => `--${flag.name} ${placeholder(flag)}`);
  const { summary } = operation.docs;
  const command = parent
    .command(operation.name)
    .allowExcessArguments(false)
    .optionsGroup(FLAGS)
    .summary(summary ?? operation.path)
    .description(`${summary === undefined ? "" : `${summary}: `}GET ${operation.path}`)
    .usage([...required, "[flags]"].join(" "));
  for (const option of [...parameters.values(), ...options]) command.addOption(option);
  const alias = pageSizeAlias(flags);
  if (alias !== undefined) command.addOption(refusedOption(alias, pageSizeAliasError(alias)));

  command.action(() => {
    const given = command.opts<Record<string, readonly string[] | undefined>>();
    onParsed({
      kind: "pull",
      api,
      operation,
      params: callParams(flags, (flag) => given[parameters.get(flag)?.attributeName() ?? ""]),
      options: optionValues(command.optsWithGlobals(), scopes),
    });
  });
}

const refusedOption = (name: string, error: UsageError): Option =>
  new Option(`--${name} <text>`).hideHelp().argParser(() => {
    throw error;
  });

/** The error for a word that is not one of the expected names: missing, a flag in the wrong place, or unknown. */
function unknownName(
  kind: "API" | "operation",
  word: string | undefined,
  known: readonly { readonly name: string }[],
  command: string,
): UsageError {
  const names = known.map(({ name }) => name);
  const available = `${kind === "API" ? "APIs" : "Operations"}: ${names.join(", ")}`;
  if (word === undefined) return new UsageError(`${command}: missing ${kind} name. ${available}`);
  if (word.startsWith("-")) {
    return new UsageError(
      `${command}: unknown flag ${word}; put the flags of an operation after the operation's name`,
    );
  }
  const closest = didYouMean(word, names);
  const hint = closest === undefined ? "" : ` Did you mean "${closest}"?`;
  return new UsageError(`${command}: unknown ${kind} "${word}".${hint} ${available}`);
}
