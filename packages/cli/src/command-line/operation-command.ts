import { type Command, Option } from "commander";
import type { PullableApi } from "../apis/pullable-api.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { FormatName } from "../formats/format.ts";
import { callParams, isRequired } from "../operations/call-params.ts";
import { type Flag, flagsOf, PAGE_SIZE } from "../operations/flag.ts";
import { flagHelp, placeholder } from "../operations/flag-help.ts";
import { addFlagValue } from "../operations/flag-value.ts";
import { kebabCase } from "../operations/kebab-case.ts";
import type { PullOperation } from "../operations/pull-operation.ts";
import type { Job } from "./job.ts";
import { listOptions, OWN_OPTIONS, outputOptions } from "./options.ts";

interface OwnOptions {
  readonly all?: boolean;
  readonly maxItems?: number;
  readonly cursor?: string;
  readonly format?: FormatName;
  readonly output?: string;
  readonly force?: boolean;
  readonly baseUrl?: string;
  readonly emulator?: boolean;
}

/** The command of one operation; its flags follow from the operation table. */
export function addOperationCommand(
  parent: Command,
  api: PullableApi,
  operation: PullOperation,
  found: (job: Job) => void,
): void {
  const own = [...(operation.paged ? listOptions() : []), ...outputOptions()];
  const flags = flagsOf(operation, ["help", ...own.map((option) => option.name())]);
  const options = new Map(flags.map((flag) => [flag, parameterOption(flag, flags, operation)]));
  const command = parent
    .command(operation.name)
    .allowExcessArguments(false)
    .summary(operation.help.summary ?? operation.path)
    .description(`${operation.help.summary ?? ""}: GET ${operation.path}`)
    .usage(
      ["[flags]", ...flags.filter(isRequired).map((flag) => `--${flag.name} ${placeholder(flag)}`)].join(" "),
    );
  for (const option of options.values()) command.addOption(option);
  for (const option of misnamedPageSize(flags)) command.addOption(option);
  for (const option of own) command.addOption(option.helpGroup(OWN_OPTIONS));

  command.action(() => {
    const given = command.opts<Record<string, readonly string[] | undefined>>();
    const params = callParams(flags, (flag) => given[options.get(flag)?.attributeName() ?? ""]);
    const { all, maxItems, cursor, format, output, force, baseUrl, emulator } =
      command.optsWithGlobals<OwnOptions>();
    if (all === true) throw new UsageError("--all pulls every operation; name none");
    if (force === true && output === undefined) throw new UsageError("--force is for --output");
    if (emulator === true && baseUrl !== undefined) {
      throw new UsageError("--emulator brings its own address; leave out --base-url");
    }
    found({
      kind: "pull",
      api,
      operation,
      params,
      maxItems,
      cursor,
      format,
      output,
      force: force === true,
      baseUrl,
      emulator: emulator === true,
    });
  });
}

function parameterOption(flag: Flag, flags: readonly Flag[], { description }: PullOperation): Option {
  const { pagination } = description;
  const pageSize =
    pagination === undefined || pagination.style === "none" ? undefined : pagination.pageSize?.default;
  return new Option(`--${flag.name} ${placeholder(flag)}`, flagHelp(flag, flags, pageSize))
    .helpGroup("Parameters:")
    .argParser((text, before: readonly string[] | undefined) => addFlagValue(flag, text, before));
}

/** Whoever knows the API tries its own name for the page size, and may mean the number of records. */
const misnamedPageSize = (flags: readonly Flag[]): Option[] =>
  flags
    .filter(({ name }) => name === PAGE_SIZE)
    .filter(({ parameter }) => !flags.some(({ name }) => name === kebabCase(parameter)))
    .map(({ parameter }) => {
      const name = kebabCase(parameter);
      return new Option(`--${name} <number>`).hideHelp().argParser(() => {
        throw new UsageError(
          `--${name} is called --${PAGE_SIZE} here; --max-items says how many records in all`,
        );
      });
    });
