import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { exec, root } from "../helpers/workspace.ts";
import { packPublished } from "./install.ts";

let folder: string;
let tarballs: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "usagewire-codegen-"));
  tarballs = await packPublished(folder);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

interface PackageManager {
  readonly install: readonly string[];
  /** Runs a command of an installed package. */
  readonly run: readonly string[];
  readonly lockFile: string;
  /** A line of the lock file for each installed TypeScript. */
  readonly typescript: RegExp;
}

const yarn = ["npx", "-y", "@yarnpkg/cli-dist@4"];
const packageManagers: { readonly [name: string]: PackageManager } = {
  npm: {
    install: ["npm", "install", "--no-audit", "--no-fund"],
    run: ["npx", "--no-install"],
    lockFile: "package-lock.json",
    typescript: /node_modules\/typescript": \{/g,
  },
  pnpm: {
    install: ["pnpm", "install", "--no-frozen-lockfile"],
    run: ["pnpm", "exec"],
    lockFile: "pnpm-lock.yaml",
    typescript: /^ {2}typescript@[^:]+:$(?=\n {4}resolution)/gm,
  },
  // With its own way to resolve packages, in which nothing is found that is not declared.
  yarn: {
    install: [...yarn, "install"],
    run: [...yarn, "run"],
    lockFile: "yarn.lock",
    typescript: /^"typescript@npm/gm,
  },
};

const cases = Object.keys(packageManagers).flatMap((name) =>
  ["5.4", "5.9", "6.0", "7.0"].map((version) => [name, version] as const),
);

it.each(cases)(
  "%s installs codegen beside TypeScript %s without a warning and without another TypeScript, and the types compile",
  { timeout: 300_000 },
  async (name, version) => {
    const manager = packageManagers[name];
    if (manager === undefined) throw new Error(`unknown package manager ${name}`);
    const project = join(folder, `${name}-${version}`);
    await mkdir(project);
    const packed = (short: string) => `file:${tarballs[short]}`;
    // Not in a registry yet.
    const pagination = { "@usagewire/pagination": packed("pagination") };
    await writeFile(
      join(project, "package.json"),
      JSON.stringify({
        name: "project",
        private: true,
        type: "module",
        devDependencies: {
          typescript: `~${version}.0`,
          "@usagewire/codegen": packed("codegen"),
          ...pagination,
        },
        resolutions: pagination,
      }),
    );
    await writeFile(
      join(project, "pnpm-workspace.yaml"),
      `packages: []\noverrides: ${JSON.stringify(pagination)}\n`,
    );
    const compilerOptions = { noEmit: true, strict: true, module: "nodenext", lib: ["es2022"], types: [] };
    await writeFile(
      join(project, "tsconfig.json"),
      JSON.stringify({ compilerOptions, include: ["generated"] }),
    );
    // An empty lock file makes the folder a project of its own for Yarn.
    if (name === "yarn") await writeFile(join(project, "yarn.lock"), "");

    const env = { ...process.env, YARN_ENABLE_TELEMETRY: "0", YARN_ENABLE_IMMUTABLE_INSTALLS: "false" };
    const run = ([command = "", ...args]: readonly string[]) => exec(command, args, { cwd: project, env });
    const installed = await run(manager.install);
    // Yarn warns about its own support of ES modules.
    const printed = (installed.stdout + installed.stderr).replace(/.*(YN0092|Done with warnings).*/g, "");
    expect(printed).not.toMatch(/peer|unmet|\bwarn/i);
    const lock = await readFile(join(project, manager.lockFile), "utf8");
    expect(lock.match(manager.typescript)).toHaveLength(1);
    expect(lock).not.toContain("openapi-typescript");

    const spec = join(root, "packages/codegen/test/fixtures/usage-api.yaml");
    await run([...manager.run, "usagewire-codegen", spec, "--out", "generated"]);
    await run([...manager.run, "tsc", "-p", "."]);
  },
);
