// What the READMEs say about runtimes and compilers, written from the matrix by `pnpm generate`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { npmParts } from "../helpers/parts.ts";
import { root } from "../helpers/workspace.ts";
import { type Environment, type Matrix, matrix } from "./matrix.ts";
import { packageNames } from "./program.ts";

/** A README, and its text with what the matrix says now. */
export interface Readme {
  /** The path in the repository. */
  readonly path: string;
  readonly committed: string;
  readonly expected: string;
}

/**
 * The READMEs with a part that is written from the matrix.
 *
 * @throws Error if a README has no place for it.
 */
export function readmesWithRuntimes(): Readme[] {
  // The provider packages are made of the client.
  const packages = [...packageNames, "client"].sort();
  const texts = [
    ["README.md", supportTable(matrix)],
    ...packages.map((name) => [`packages/${name}/README.md`, supportLine(matrix)]),
  ] as const;
  return texts.map(([path = "", text = ""]) => {
    const committed = readFileSync(join(root, path), "utf8");
    const place = /(?<=<!-- runtimes -->\n)[\s\S]*?(?=\n<!-- \/runtimes -->)/;
    if (!place.test(committed)) {
      throw new Error(
        `${path}: no lines <!-- runtimes --> and <!-- /runtimes -->; add them where the runtimes belong`,
      );
    }
    return { path, committed, expected: committed.replace(place, () => text) };
  });
}

/** One line about runtimes, for the README of a package. */
export function supportLine(tested: Matrix): string {
  const isLimited = ({ limits }: Row) => limits.length > 0;
  const rows = runtimeRows(tested);
  const whole = rows.filter((row) => !isLimited(row)).map(({ name }) => name);
  const limited = rows.filter(isLimited).map(({ name }) => name);
  const limits = limited.length === 0 ? "" : `, and with known limits on ${list(limited)}`;
  return `Tested on ${list(whole)}${limits}. Other browsers than Chromium are not tested.`;
}

/** The table of runtimes, compilers and bundlers. */
export function supportTable(tested: Matrix): string {
  const rows = [...runtimeRows(tested), compilerRow(tested), bundlerRow(tested)];
  return [
    "| | tested version | tested with |",
    "| --- | --- | --- |",
    ...rows.map(({ name, parts, with: settings, limits }) => {
      const notes = tested.notes[name] ?? [];
      const known = limits.map((limit) => `Known limit: ${limit}.`);
      return `| ${name} | ${versionsOf(parts)} | ${[settings, ...notes, ...known].join(" ").trim()} |`;
    }),
  ].join("\n");
}

/** A row of the table. */
interface Row {
  readonly name: string;
  readonly parts: readonly string[];
  /** The settings that were combined, as a sentence, or nothing. */
  readonly with: string;
  /** What does not work. */
  readonly limits: readonly string[];
}

/** The runtimes; all lines of Node.js are one. */
function runtimeRows(tested: Matrix): Row[] {
  const nameOf = ({ host, runtime }: Environment) =>
    host === "node" ? `Node.js ${list(tested.node)}` : runtime;
  return unique(tested.environments.map(nameOf)).map((name) => {
    const environments = tested.environments.filter((environment) => nameOf(environment) === name);
    return {
      name,
      // The first part is the runtime; what follows it is an environment of it.
      parts: environments.map(({ parts: [first = ""] }) => first),
      with: sentence(environments.map(settingsOf)),
      limits: limitsOf(tested, environments),
    };
  });
}

function compilerRow(tested: Matrix): Row {
  const { versions, module, types } = tested.typescript;
  const ids = tested.knownFailures.map((failure) => failure.in).filter((id) => id.startsWith("typescript-"));
  return {
    name: "TypeScript",
    parts: versions.map((version) => `typescript-${version}`),
    with: `\`strict\`, no \`skipLibCheck\`; \`module\` ${list(module)}; types of ${types.join(", or of ")}.`,
    limits: limitsOf(
      tested,
      unique(ids).map((id) => ({ id })),
    ),
  };
}

const bundlerRow = (tested: Matrix): Row => ({
  name: "Bundled commands",
  parts: [],
  with: `\`${tested.bundlers.map(({ command }) => command).join("`, `")}\`.`,
  limits: limitsOf(tested, tested.bundlers),
});

/** The settings in which environments of one runtime differ. */
function settingsOf(environment: Environment): readonly string[] {
  switch (environment.host) {
    case "node":
      return [environment.module === "esm" ? "ES modules" : "CommonJS"];
    case "workerd":
      return [environment.clients === "request" ? "a client for each request" : "a client for all requests"];
    case "chromium":
      return [
        { bundle: "a bundle", "import-map": "an import map", worker: "a worker" }[environment.load],
        `${environment.origin}-origin requests`,
      ];
    default:
      return [];
  }
}

/** The settings of several environments: the values of the first setting, then those of the second. */
function sentence(settings: readonly (readonly string[])[]): string {
  const [first = []] = settings;
  const values = first.map((_, index) => list(unique(settings.flatMap((each) => each[index] ?? []))));
  return values.length === 0 ? "" : `${capitalize(values.join("; "))}.`;
}

/** The reasons of known failures, each once, and where they are known. */
function limitsOf(tested: Matrix, places: readonly { readonly id: string }[]): string[] {
  const failures = tested.knownFailures.filter((failure) => places.some(({ id }) => id === failure.in));
  return unique(failures.map(({ reason }) => reason)).map((reason) => {
    const ids = failures.filter((failure) => failure.reason === reason).map((failure) => `\`${failure.in}\``);
    return `${reason} (${ids.join(", ")})`;
  });
}

/** The versions in `tests/parts/package.json`, which are exact. */
function versionsOf(parts: readonly string[]): string {
  const versions = npmParts();
  return unique(parts)
    .map((part) => versions[part]?.replace(/^npm:.*@/, "") ?? "Debian's")
    .join(", ");
}

const unique = (words: readonly string[]) => [...new Set(words)];

const list = (words: readonly string[]) => words.join(", ").replace(/, (?=[^,]*$)/, " and ");

const capitalize = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
