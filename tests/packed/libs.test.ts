import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { exec } from "../helpers/workspace.ts";

const emulator = `
import { startEmulator } from "@usagewire/emulator";
export const emulator = await startEmulator({ onomondo: { sims: 3 } });
export const url: string = emulator.onomondo.url;
await emulator.close();`;
const usingEmulator = `
import { startEmulator } from "@usagewire/emulator";
export async function url(): Promise<string> {
  await using emulator = await startEmulator();
  return emulator.onomondo.url;
}`;
const cli = `
import { run } from "@usagewire/cli";
const { stdout, stderr, env } = process;
process.exitCode = await run(["--help"], { stdout, stderr, env, signal: new AbortController().signal });`;

// Beside the packages that it imports. The declarations are checked too, and nothing is `any` because a lib is missing.
it.each([
  ["the emulator", emulator, ["es2022", "dom"], []],
  ["the emulator", emulator, ["es2022"], ["node"]],
  ["the emulator, closed by `await using`,", usingEmulator, ["es2022", "esnext.disposable"], []],
  ["the command line", cli, ["es2022"], ["node"]],
])(
  "the types of %s need no more libs than the README says: %#",
  { timeout: 120_000 },
  async (_, source, lib, types) => {
    const folder = await mkdtemp(join(import.meta.dirname, "libs-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, "program.mts"), source);
    const compilerOptions = {
      ...{ target: "es2022", module: "nodenext", strict: true, declaration: true, lib, types },
      ...{ exactOptionalPropertyTypes: true, outDir: "out" },
    };
    await writeFile(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: ["program.mts"] }),
    );
    const tsc = join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
    const { stdout } = await exec(process.execPath, [tsc, "-p", folder]).catch((error) => error);
    expect(stdout).toBe("");
  },
);
