import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { installedBytes, installedPackages } from "../helpers/footprint.ts";

let folder: string;

/** A package whose files, manifest included, take exactly so many bytes. */
async function install(path: string, bytes: number, dependencies: Record<string, string> = {}) {
  const manifest = JSON.stringify({
    name: path.split("node_modules/").at(-1),
    version: "1.0.0",
    dependencies,
  });
  await mkdir(join(folder, path, "dist"), { recursive: true });
  await writeFile(join(folder, path, "package.json"), manifest);
  await writeFile(join(folder, path, "dist/index.js"), "x".repeat(bytes - manifest.length));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "usagewire-installed-"));
  await install("node_modules/sdk", 1000, { "@scope/http": "*", cycle: "*" });
  await install("node_modules/@scope/http", 500, { old: "*" });
  await install("node_modules/@scope/http/node_modules/old", 300);
  await install("node_modules/cycle", 400, { sdk: "*", "@scope/http": "*" });
  await install("node_modules/bystander", 9000);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it("counts a package and its dependencies, once each", async () => {
  const names = (await installedPackages("sdk", folder)).map(({ name, bytes }) => [name, bytes]);
  expect(Object.fromEntries(names)).toEqual({ sdk: 1000, "@scope/http": 500, old: 300, cycle: 400 });
  expect(await installedBytes("sdk", folder)).toBe(2200);
});

it("prefers a dependency's own node_modules to one further up", async () => {
  await install("node_modules/old", 77);
  expect(await installedBytes("@scope/http", folder)).toBe(800);
  expect(await installedBytes("old", folder)).toBe(77);
});

it("throws for a package that is not installed", async () => {
  await expect(installedPackages("absent", dirname(folder))).rejects.toThrow("absent is not installed for");
});

it("counts the packed files of a workspace package, not its folder", async () => {
  const here = join(import.meta.dirname, "..");
  const [client] = await installedPackages("@usagewire/client", here);
  expect(client?.bytes).toBeGreaterThan(50_000);
  expect(client?.bytes).toBeLessThan(500_000);
});
