// Compilers: the programs of the folder `programs`, compiled against the packed packages.
import { globSync, readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { partOf } from "../helpers/parts.ts";
import { exec, published } from "../helpers/workspace.ts";
import { allPairs } from "./all-pairs.ts";
import { matrix } from "./matrix.ts";
import type { Outcome } from "./suite.ts";

/** A compiler and its settings. */
export interface Compiler {
  readonly id: string;
  readonly version: string;
  readonly module: "bundler" | "node16" | "nodenext";
  /** Where the types of `fetch` and its kind come from. One of them is needed. */
  readonly types: "dom" | "node" | "dom and node";
}

const { versions, module, types } = matrix.typescript;

/** All pairs of versions and settings. */
export const compilers: readonly Compiler[] = allPairs({ version: versions, module, types }).map((row) => ({
  ...row,
  id: `typescript-${row.version}-${row.module}-${row.types.replaceAll(" ", "-")}`,
}));

interface Program {
  readonly name: string;
  readonly source: string;
  /** Lines on which the compiler must report an error. */
  readonly misuses: readonly Misuse[];
}

interface Misuse {
  /** The comment above it. */
  readonly title: string;
  readonly line: number;
  /** The error's code; several if the versions of TypeScript differ. */
  readonly codes: readonly string[];
}

const programFolder = join(import.meta.dirname, "programs");

const programs: readonly Program[] = globSync(join(programFolder, "*.ts"))
  .filter((file) => !file.endsWith(".d.ts"))
  .sort()
  .map((file) => {
    const source = readFileSync(file, "utf8");
    return { name: basename(file, ".ts"), source, misuses: misusesIn(source) };
  });

function misusesIn(source: string): Misuse[] {
  let title = "";
  return source.split("\n").flatMap((text, index) => {
    title = /^\/\/ (.*)/.exec(text)?.[1] ?? title;
    const codes = / \/\/ error ((TS\d+ ?)+)$/.exec(text)?.[1];
    return codes === undefined ? [] : [{ title, line: index + 1, codes: codes.split(" ") }];
  });
}

/** The programs for a compiler. Emulators and the command line run on Node.js, and need its types. */
const programsFor = ({ types }: Compiler) =>
  programs.filter(({ source }) => types !== "dom" || !/from "@usagewire\/(cli|emulator)"/.test(source));

const accepts = (name: string) => `accepts ${name}.ts`;
const rejects = ({ title }: Misuse) => `rejects ${title}`;
const declarationsOf = (name: string) => `accepts the declarations of ${name}`;
const writesDeclarations = "writes declarations that compile and hold no any";
const nothingElse = "reports nothing else";

/** The names of the outcomes of a compiler. */
export const compilerCases = (compiler: Compiler): string[] => {
  const all = programsFor(compiler);
  return [
    ...all.map(({ name }) => accepts(name)),
    ...all.flatMap(({ misuses }) => misuses.map(rejects)),
    ...published.map(({ manifest }) => declarationsOf(manifest.name)),
    writesDeclarations,
    nothingElse,
  ];
};

/**
 * Compiles the programs.
 *
 * @param folder a folder in which the packed packages are installed
 */
export async function compile(compiler: Compiler, folder: string): Promise<Outcome[]> {
  const project = join(folder, "compile", compiler.id);
  await mkdir(join(project, "out"), { recursive: true });
  await writeFile(join(project, "assert.d.ts"), await readFile(join(programFolder, "assert.d.ts")));
  const files = programsFor(compiler).flatMap((program) =>
    extensionsOf(program, compiler).map((extension) => ({ program, file: `${program.name}.${extension}` })),
  );
  for (const { program, file } of files) await writeFile(join(project, file), program.source);
  const diagnostics = await runCompiler(compiler, project, { declaration: true, outDir: "out" });

  const reported = new Map<string, string[]>(compilerCases(compiler).map((name) => [name, []]));
  const report = (name: string, ...errors: string[]) => reported.get(name)?.push(...errors);
  for (const { program, file } of files) {
    const found = diagnostics.filter((diagnostic) => diagnostic.file === file);
    for (const misuse of program.misuses) {
      const { line, codes } = misuse;
      if (found.some((each) => each.line === line && codes.includes(each.code))) continue;
      const others = found.filter((each) => each.line === line).map(({ text }) => `; reported is ${text}`);
      report(rejects(misuse), `no ${codes.join(" or ")} in line ${line} of ${file}${others.join("")}`);
    }
    const lines = program.misuses.map(({ line }) => line);
    report(
      accepts(program.name),
      ...found.filter(({ line }) => !lines.includes(line)).map(({ text }) => text),
    );
  }
  const names = published.map(({ manifest }) => manifest.name);
  for (const { file, text } of diagnostics) {
    if (files.some((each) => each.file === file)) continue;
    const name = names.find((each) => file.includes(`/node_modules/${each}/`));
    report(name === undefined ? nothingElse : declarationsOf(name), text);
  }
  report(
    writesDeclarations,
    ...(await checkDeclarations(
      compiler,
      project,
      files.map(({ file }) => file),
    )),
  );
  return [...reported].map(([name, errors]) =>
    errors.length === 0 ? { name } : { name, error: errors.join("\n") },
  );
}

/** What is wrong with the declarations that the compiler wrote, for a program that imports them. */
async function checkDeclarations(compiler: Compiler, project: string, files: readonly string[]) {
  const out = join(project, "out");
  const errors: string[] = [];
  for (const file of files) {
    const name = file.replace(/ts$/, "d.ts").replace(/\.([mc])d\.ts$/, ".d.$1ts");
    const declarations = await readFile(join(out, name), "utf8").catch(() => undefined);
    // A file with errors about its declaration has none; that is reported as its error.
    if (declarations === undefined) continue;
    const withoutComments = declarations.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    if (/\bany\b/.test(withoutComments)) errors.push(`${name} holds the type any`);
  }
  const diagnostics = await runCompiler(compiler, out, { noEmit: true });
  const names = published.map(({ manifest }) => `/node_modules/${manifest.name}/`);
  const isOurs = (file: string) => names.some((name) => file.includes(name));
  return [...errors, ...diagnostics.filter(({ file }) => !isOurs(file)).map(({ text }) => text)];
}

/** With Node's resolution the extension says which module system a file has. */
function extensionsOf({ source, misuses }: Program, { module }: Compiler): string[] {
  if (module === "bundler") return ["ts"];
  // The contract package is an ES module, and the misuses use `await` at the top level.
  const isEsm = misuses.length > 0 || source.includes('from "@usagewire/contract"');
  return isEsm ? ["mts"] : ["mts", "cts"];
}

interface Diagnostic {
  /** The path relative to the project; empty if the error is about no file. */
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly text: string;
}

/** Runs `tsc` on every file in the folder. */
async function runCompiler(
  { version, module, types }: Compiler,
  project: string,
  options: object,
): Promise<Diagnostic[]> {
  const compilerOptions = {
    target: "es2022",
    module: module === "bundler" ? "esnext" : module,
    moduleResolution: module,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    rootDir: ".",
    lib: types === "node" ? ["es2022"] : ["es2022", "dom", "dom.iterable"],
    types: types === "dom" ? [] : ["node"],
    typeRoots: [join(import.meta.dirname, "../node_modules/@types")],
    ...options,
  };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*"] }));
  const tsc = join(partOf(`typescript-${version}`), "bin/tsc");
  const result = exec(process.execPath, [tsc, "--pretty", "false"], { cwd: project, maxBuffer: 2 ** 26 });
  // tsc exits with another code than 0 if it reports an error.
  const { stdout, stderr } = await result.catch((error: { stdout: string; stderr: string }) => error);
  if (stderr !== "") throw new Error(stderr);
  return stdout.split(/\n(?=\S)/).flatMap((text) => {
    const [, file = "", line = "0", code] = /^(?:(.*)\((\d+),\d+\): )?error (TS\d+): /.exec(text) ?? [];
    return code === undefined ? [] : [{ file, line: Number(line), code, text }];
  });
}
