import { Command, CommanderError } from "commander";
import { apis } from "../apis/index.ts";
import { exitCodesHelp } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { VERSION } from "../version.ts";
import type { Job } from "./job.ts";
import { addPullCommand } from "./pull-command.ts";

/**
 * What the arguments, without those that started the program, ask for; undefined when they asked for help or for the
 * version, which have then been shown.
 *
 * @throws UsageError or CommanderError that says what is wrong with them.
 */
export function parseCommandLine(args: readonly string[], host: Host): Job | undefined {
  let job: Job | undefined;
  const program = new Command("usagewire")
    .description("Usage records of metered APIs, on the command line.")
    .version(VERSION, "-V, --version", "Show the version.")
    .helpOption("-h, --help", "Show this help.")
    .enablePositionalOptions()
    .exitOverride()
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      // Errors are reported where all others are.
      outputError: () => {},
      getOutHelpWidth: () => host.stdout.columns || 100,
    })
    .addHelpText("after", `\n${exitCodesHelp}`);
  addPullCommand(program, apis, (given) => {
    job = given;
  });

  try {
    program.parse(args.length === 0 ? ["--help"] : args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return undefined;
    throw error;
  }
  return job;
}
