import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../helpers/workspace.ts";
import { emulatedProviders } from "./emulated-providers.ts";
import { runProgram } from "./run-snippets.ts";

const folder = join(root, "examples");
const environment = emulatedProviders();

it.each(globSync("*.ts", { cwd: folder }))("examples/%s prints what its output file holds", async (file) => {
  const { stdout, stderr, exitCode } = await runProgram(join(folder, file), folder, environment());
  expect(exitCode, stderr).toBe(0);
  expect(stdout).toBe(readFileSync(join(folder, "output", `${basename(file, ".ts")}.txt`), "utf8"));
});
