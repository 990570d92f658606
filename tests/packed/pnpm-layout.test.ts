import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { exec, published } from "../helpers/workspace.ts";
import { packPublished } from "./install.ts";

/** Exports what a compiler must name in a declaration, from the only package that the project depends on. */
const program = `
import { createTwilioSuperSim, createTwilioUsage } from "@usagewire/twilio";
export const supersim = createTwilioSuperSim({ accountSid: "AC1", authToken: "t" });
export const usage = createTwilioUsage({ accountSid: "AC1", authToken: "t" });
export const pager = supersim.paginate("/v1/UsageRecords");
export const pages = pager.pages();
export const query = { Granularity: "day" } as const;
export const window = { from: "2025-06-01", to: "2025-06-03" } as const;
export const windows = supersim.windows("/v1/UsageRecords", { params: { query }, window });
export const response = () => supersim.GET("/v1/UsageRecords");
`;

// pnpm puts the packages of a package where the project cannot import them, so a declaration cannot name their types.
it("declarations name the types of exported clients, pagers and windows under pnpm", async () => {
  const folder = await mkdtemp(join(tmpdir(), "usagewire-pnpm-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const tarballs = await packPublished(folder);
  const packed = (name: string) => `file:${tarballs[name]}`;
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ private: true, dependencies: { "@usagewire/twilio": packed("twilio") } }),
  );
  const overrides = Object.fromEntries(published.map(({ name, manifest }) => [manifest.name, packed(name)]));
  await writeFile(
    join(folder, "pnpm-workspace.yaml"),
    `packages: []\noverrides: ${JSON.stringify(overrides)}\n`,
  );
  await exec("pnpm", ["install", "--no-frozen-lockfile"], { cwd: folder });

  await writeFile(join(folder, "program.mts"), program);
  const compilerOptions = {
    ...{ target: "es2022", module: "nodenext", strict: true, declaration: true, outDir: "out" },
    ...{ lib: ["es2022", "dom", "dom.iterable"], types: [] },
  };
  const config = JSON.stringify({ compilerOptions, files: ["program.mts"] });
  await writeFile(join(folder, "tsconfig.json"), config);
  const tsc = join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
  const { stdout } = await exec(process.execPath, [tsc, "-p", folder]).catch((error) => error);
  expect(stdout).toBe("");
}, 120_000);
