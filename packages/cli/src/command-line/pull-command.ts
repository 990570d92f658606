import type { Command } from "commander";
import type { PullableApi } from "../apis/pullable-api.ts";
import { UsageError } from "../errors/usage-error.ts";
import { exitCodesHelp } from "../exit-codes.ts";
import type { FormatName } from "../formats/format.ts";
import { operationsOf } from "../operations/pull-operation.ts";
import type { Job } from "./job.ts";
import { addOperationCommand } from "./operation-command.ts";
import { emulatorOption, formatOption } from "./options.ts";
import { refuseWord } from "./refuse-word.ts";

interface PullAllOptions {
  readonly all?: boolean;
  readonly emulator?: boolean;
  readonly format?: FormatName;
  readonly simId?: string;
  readonly tagId?: string;
}

/** `usagewire pull`, with a command for each API and below it one for each operation. */
export function addPullCommand(
  program: Command,
  apis: readonly PullableApi[],
  found: (job: Job) => void,
): void {
  const pull = program
    .command("pull")
    .summary("write the records of an operation")
    .description("Writes the records of an operation, from its first page to its last.")
    .usage("<api> <operation> [flags]\n       usagewire pull --all [--emulator]")
    .helpCommand(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .commandsGroup("APIs:")
    .option("--all", "Pull a bounded sample of every operation, and show a table of what came.")
    .addOption(emulatorOption())
    .addOption(formatOption("table"))
    .option("--sim-id <text>", "With --all: the Onomondo SIM whose usage is pulled.")
    .option("--tag-id <text>", "With --all: the Onomondo tag whose total is pulled.")
    .addHelpText("after", `\n${environmentHelp}\n${exitCodesHelp}`)
    .action((options: PullAllOptions, command: Command) => {
      const [word] = command.args;
      if (word !== undefined || options.all !== true) {
        throw refuseWord("API", word, apis, "pull");
      }
      const { emulator = false, format, simId, tagId } = options;
      found({ kind: "pull-all", emulator, format, simId, tagId });
    });

  for (const api of apis) {
    const operations = operationsOf(api);
    const command = pull
      .command(api.name)
      .description(api.title)
      .usage("<operation> [flags]")
      .helpCommand(false)
      .allowUnknownOption()
      .allowExcessArguments()
      .commandsGroup("Operations:")
      .action((_options: object, { args: [word], parent }: Command) => {
        if (parent?.opts<PullAllOptions>().all === true)
          throw new UsageError("--all pulls every API; name none");
        throw refuseWord("operation", word, operations, `pull ${api.name}`);
      });
    for (const operation of operations) addOperationCommand(command, api, operation, found);
  }
}

const environmentHelp = `Environment:
  TWILIO_ACCOUNT_SID                  account of supersim and twilio-usage, together with
  TWILIO_AUTH_TOKEN                   its token, or
  TWILIO_API_KEY, TWILIO_API_SECRET   one of its API keys
  ONOMONDO_API_KEY                    key of onomondo
  DEBUG                               any value: errors with their stack traces
`;
