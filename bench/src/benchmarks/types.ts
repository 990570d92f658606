import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Benchmark, Comparison, Measure, RunOptions } from "../benchmark.ts";
import { binOf, type CommandResult, measureInTurn, runCommand } from "../commands.ts";

/** Files in `programs/`. */
const programs = ["usagewire", "twilio", "openapi-fetch", "empty"];

const comparisons: Comparison[] = [
  { subject: "usagewire", base: "twilio", target: { below: 1 } },
  { subject: "usagewire", base: "openapi-fetch", target: { atMost: 1.2 } },
];

/** Type-check configurations of each program. `tsc --init` writes `skipLibCheck`, so most users wait for the first. */
const variants = [
  { label: "", suffix: "", skipLibCheck: true },
  { label: ", declarations of libraries checked", suffix: ".full", skipLibCheck: false },
];

export const types: Benchmark = {
  name: "types",
  work: "type-checking a program that calls and walks every list: strict, in a new process",
  async run(options) {
    const folder = await createTypeProjects();
    try {
      const measures: Measure[] = [];
      for (const variant of variants) measures.push(...(await measure(folder, variant, options)));
      return measures;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(
  folder: string,
  { label, suffix }: (typeof variants)[number],
  { rounds, signal }: RunOptions,
): Promise<Measure[]> {
  const check = (program: string) => typeCheck(`${program}${suffix}.json`, folder, signal);
  const again = "usagewire, again";
  const subjects = [...programs, again].map((subject) => ({
    subject,
    measure: async () => (await check(subject === again ? "usagewire" : subject)).ms,
  }));
  const instantiations = [];
  for (const subject of programs) {
    const { stdout } = await check(subject);
    instantiations.push({ subject, values: [readDiagnostic(stdout, "Instantiations")] });
  }
  return [
    {
      figure: `time${label}`,
      unit: "ms",
      series: await measureInTurn(subjects, rounds, signal),
      comparisons: [...comparisons, { subject: again, base: "usagewire", noiseFloor: true }],
    },
    {
      figure: `instantiations${label}`,
      unit: "count",
      exact: true,
      series: instantiations,
      comparisons,
    },
  ];
}

const tsc = binOf("typescript", "tsc");

const typeCheck = (config: string, cwd: string, signal: AbortSignal): Promise<CommandResult> =>
  runCommand(process.execPath, [tsc, "--project", config, "--extendedDiagnostics"], { cwd, signal });

/**
 * Reads a figure of `tsc --extendedDiagnostics`, for instance `Instantiations`.
 *
 * @throws Error if the output does not contain it.
 */
export function readDiagnostic(output: string, name: string): number {
  const line = output.split("\n").find((candidate) => candidate.startsWith(`${name}:`));
  if (line === undefined) throw new Error(`tsc printed no ${name}`);
  return Number.parseFloat(line.slice(name.length + 1));
}

const benchFolder = join(import.meta.dirname, "../..");
const specs = ["twilio/supersim", "twilio/usage", "onomondo/usage"];

/** The options of `tsc --init` that matter, and those a program for Node needs. */
const compilerOptions = {
  target: "es2022",
  lib: ["es2022"],
  module: "nodenext",
  types: ["node"],
  strict: true,
  noEmit: true,
};

/**
 * Creates a folder with `programs/` and one `tsconfig` for each program and variant. The folder is in this package, so that the
 * programs find its dependencies.
 */
async function createTypeProjects(): Promise<string> {
  const folder = await mkdtemp(join(benchFolder, ".types-"));
  try {
    await cp(join(benchFolder, "programs"), folder, { recursive: true });
    await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    // twilio's declarations import this package, but twilio does not depend on its types.
    const jsonwebtoken = `declare module "jsonwebtoken" { export type Algorithm = string }\n`;
    await writeFile(join(folder, "jsonwebtoken.d.ts"), jsonwebtoken);
    for (const spec of specs) {
      const source = join(benchFolder, "../specs", `${spec}.yaml`);
      const output = `${spec.replace("/", "-")}.d.ts`;
      const command = binOf("openapi-typescript", "openapi-typescript");
      await runCommand(process.execPath, [command, source, "--output", output], { cwd: folder });
    }
    for (const program of programs) {
      const files = [`${program}.ts`, ...(program === "twilio" ? ["jsonwebtoken.d.ts"] : [])];
      for (const { suffix, skipLibCheck } of variants) {
        const config = { compilerOptions: { ...compilerOptions, skipLibCheck }, files };
        await writeFile(join(folder, `${program}${suffix}.json`), JSON.stringify(config));
      }
    }
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
