import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { Command, CommanderError } from "commander";
import { createTwoFilesPatch } from "diff";
import { generate } from "./generate.ts";
import { formatProblem, SpecError } from "./problem.ts";
import { readText } from "./read.ts";

/** Where a command writes its output. */
export interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

const exitCodes = `
Exit codes:
  0  the files are written; with --check, they are up to date
  1  the spec is invalid or the files cannot be written; with --check, they are out of date
  2  an argument or option is invalid`;

/**
 * Runs `usagewire-codegen`.
 *
 * @param args the arguments after the command's name.
 * @returns the exit code.
 */
export async function run(args: readonly string[], { stdout, stderr }: Output): Promise<number> {
  let code = 0;
  const command = new Command("usagewire-codegen")
    .description(
      "Generates TypeScript types (schema.ts) and an operation table (operations.ts) from an OpenAPI document.",
    )
    .argument("<spec>", "OpenAPI 3.0 or 3.1 document, JSON or YAML")
    .requiredOption("--out <dir>", "directory for the generated files")
    .option(
      "--strict",
      "for your own spec: make slips errors, and require x-pagination of every list if one has it",
    )
    .option("--check", "write nothing; print a diff and exit with 1 if the files are out of date")
    .addHelpText("after", exitCodes)
    .configureOutput({ writeOut: stdout, writeErr: stderr })
    .exitOverride()
    .action(async (spec: string, options: CommandOptions) => {
      code = await generateInto(spec, options, { stdout, stderr });
    });
  try {
    await command.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message = error instanceof SpecError ? error.message : writeFailure(error);
    if (message === undefined) throw error;
    stderr(`${message}\n`);
    return 1;
  }
}

/** What the operating system says about the output directory; `undefined` for other errors. */
const writeFailure = (error: unknown): string | undefined =>
  error instanceof Error && "syscall" in error
    ? `cannot write the generated files: ${error.message}`
    : undefined;

interface CommandOptions {
  readonly out: string;
  readonly check?: true;
  readonly strict?: true;
}

async function generateInto(spec: string, options: CommandOptions, output: Output): Promise<number> {
  const { out: folder, check = false, strict = false } = options;
  const files = await generate(spec, {
    strict,
    name: specLabel(resolve(folder), resolve(spec)),
    onWarning: (problem) => output.stderr(`warning: ${formatProblem(problem)}\n`),
  });
  const changed = new Map<string, string>();
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    const found = await readText(path);
    if ("unreadable" in found && !found.missing) {
      output.stderr(`cannot write the generated files: ${path}: ${found.unreadable}\n`);
      return 1;
    }
    const before = "text" in found ? found.text : undefined;
    if (before === text) continue;
    changed.set(path, text);
    if (check) output.stdout(unifiedDiff(path, before, text));
  }
  if (check && changed.size > 0) {
    const names = [...changed.keys()].join(", ");
    output.stderr(
      `out of date: ${names}; run usagewire-codegen ${spec} --out ${folder}${strict ? " --strict" : ""}\n`,
    );
    return 1;
  }
  await writeAll(changed);
  for (const path of changed.keys()) output.stdout(`${path}\n`);
  return 0;
}

/**
 * The name of the spec in the generated files: its path from the innermost folder that contains both, so that it does not
 * depend on the current directory or the place of the checkout: `specs/twilio/supersim.yaml`. Only the file name if they
 * share nothing but the file system's root.
 *
 * @param folder absolute path of the output directory.
 * @param spec absolute path of the spec.
 */
export function specLabel(folder: string, spec: string): string {
  let common = dirname(spec);
  while (relative(common, folder).startsWith("..")) common = dirname(common);
  if (common === dirname(common)) return basename(spec);
  return relative(common, spec).split(sep).join("/");
}

/** In lines. A longer diff takes long to compute, and nobody reads it. */
const maxEditLength = 2000;

function unifiedDiff(path: string, before: string | undefined, after: string): string {
  if (before === undefined) return `--- /dev/null\n+++ ${path}\n(the file is missing)\n`;
  const patch = createTwoFilesPatch(path, path, before, after, "current", "generated", { maxEditLength });
  return patch ?? `--- ${path}\n+++ ${path}\n(more than ${maxEditLength} lines differ)\n`;
}

/**
 * Writes all files or, if one cannot be written, none; no reader sees a partly written file.
 *
 * @param files texts by path.
 */
export async function writeAll(files: ReadonlyMap<string, string>): Promise<void> {
  const changes = [...files].map(([path, text]) => {
    const draft = `${path}.${process.pid}.tmp`;
    return { path, text, draft, backup: `${draft}.old` };
  });
  const replaced: (() => Promise<void>)[] = [];
  try {
    for (const { draft, text } of changes) {
      await mkdir(dirname(draft), { recursive: true });
      await writeFile(draft, text);
    }
    for (const { path, draft, backup } of changes) {
      const hadFile = await copyFile(path, backup).then(
        () => true,
        () => false,
      );
      await rename(draft, path);
      replaced.push(() => (hadFile ? rename(backup, path) : rm(path)));
    }
  } catch (error) {
    for (const restore of replaced) await restore();
    throw error;
  } finally {
    for (const { draft, backup } of changes) {
      await rm(draft, { force: true });
      await rm(backup, { force: true });
    }
  }
}
