import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exec, published, root } from "../helpers/workspace.ts";

/** Every command that a package installs. */
const bins = published.flatMap(({ folder, manifest }) =>
  Object.entries(manifest.bin ?? {}).map(([name, path]) => ({ name, file: join(folder, path) })),
);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "usagewire-bins-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Bundles a command into one file, far from the packages that it consists of. */
async function bundle(name: string, format: "cjs" | "esm"): Promise<string> {
  const outfile = join(folder, `${name}.${format === "cjs" ? "cjs" : "mjs"}`);
  const { warnings } = await build({
    entryPoints: [bins.find((bin) => bin.name === name)?.file ?? name],
    ...{ bundle: true, platform: "node", format, outfile, logLevel: "silent" },
    // As esbuild's documentation says: CommonJS dependencies call `require`, which ES modules do not have.
    ...(format === "esm" && {
      banner: {
        js: `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`,
      },
    }),
  });
  expect(warnings.filter(({ id }) => id === "ignored-bare-import")).toEqual([]);
  return outfile;
}

const run = async (file: string, ...args: string[]) =>
  (await exec(process.execPath, [file, ...args], { cwd: folder })).stdout;

it("finds the commands", () => {
  expect(bins.map(({ name }) => name)).toEqual(["usagewire", "usagewire-codegen", "usagewire-emulator"]);
});

describe.each(["cjs", "esm"] as const)("bundled into one file (%s)", (format) => {
  it.each(bins)("$name prints its help", async ({ name }) => {
    expect(await run(await bundle(name, format), "--help")).toMatch(`Usage: ${name} `);
  });

  it("usagewire pulls from an emulator and knows its version", async () => {
    const file = await bundle("usagewire", format);
    const args = ["onomondo", "usage", "--emulator", "--max-items", "3", "--format", "ndjson"];
    expect((await run(file, "pull", ...args)).trim().split("\n")).toHaveLength(3);
    expect(await run(file, "pull", "--all", "--emulator")).toContain("tag-total");
    expect(await run(file, "--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("usagewire-codegen generates a client's types, without node_modules", async () => {
    const spec = join(root, "packages/codegen/test/fixtures/usage-api.yaml");
    await run(await bundle("usagewire-codegen", format), spec, "--out", `generated-${format}`);
    const schema = await readFile(join(folder, `generated-${format}/schema.ts`), "utf8");
    expect(schema).toContain('unit?: "USD" | (string & {}) | null;');
  });

  it("usagewire-emulator serves until it is interrupted", async () => {
    const child = spawn(process.execPath, [await bundle("usagewire-emulator", format)], { cwd: folder });
    const ended = new Promise((resolve) => child.once("close", (code) => resolve(code)));
    const printed = await new Promise<string>((resolve) => {
      child.stdout.once("data", (chunk) => resolve(String(chunk)));
    });
    const url = /Onomondo +(http\S+)/.exec(printed)?.[1] ?? "";
    expect((await fetch(`${url}/usage`)).status).toBe(401);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
