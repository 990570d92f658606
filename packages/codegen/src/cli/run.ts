import { Command, CommanderError } from "commander";
import { SpecError } from "../read/spec-error.ts";
import { generateInto } from "./generate-into.ts";

/** Where a command writes its lines. */
export interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

const exitCodes = `
Exit codes:
  0  written, or with --check: up to date
  1  the spec is not valid, or with --check: stale
  2  wrong usage`;

/**
 * Runs `usagewire-codegen`.
 *
 * @param args the words after the command's name.
 * @returns the exit code.
 */
export async function run(args: readonly string[], { stdout, stderr }: Output): Promise<number> {
  let code = 0;
  const command = new Command("usagewire-codegen")
    .description(
      "Generates TypeScript types (schema.ts) and an operation table (operations.ts) from an OpenAPI document.",
    )
    .argument("<spec>", "OpenAPI 3.0 or 3.1, JSON or YAML")
    .requiredOption("--out <dir>", "folder to write to")
    .option("--check", "write nothing; fail with a diff where the files are stale")
    .addHelpText("after", exitCodes)
    .configureOutput({ writeOut: stdout, writeErr: stderr })
    .exitOverride()
    .action(async (spec: string, options: { out: string; check?: true }) => {
      code = await generateInto(spec, options.out, options.check === true, { stdout, stderr });
    });
  try {
    await command.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message = error instanceof SpecError ? error.message : fileFault(error);
    if (message === undefined) throw error;
    stderr(`${message}\n`);
    return 1;
  }
}

/** What the operating system says about the folder to write to; `undefined` for errors of other kinds. */
const fileFault = (error: unknown): string | undefined =>
  error instanceof Error && "syscall" in error ? `cannot write: ${error.message}` : undefined;
