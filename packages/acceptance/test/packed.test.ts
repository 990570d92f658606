import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { published, root } from "@usagewire/testing/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exec, type Installed, packAndInstall } from "./install.ts";

let installed: Installed;

beforeAll(async () => {
  installed = await packAndInstall();
}, 240_000);

afterAll(() => rm(installed.folder, { recursive: true, force: true }));

/** What a program can import of the packages. */
const entries = published.flatMap(({ manifest }) =>
  Object.keys(manifest.exports ?? {})
    .filter((path) => !path.endsWith(".json"))
    .map((path) => manifest.name + path.slice(1)),
);

/** Runs a program of a user on Node 20; its standard output. */
async function run(file: string, source: string): Promise<string> {
  await writeFile(join(installed.folder, file), source);
  const { stdout } = await exec(installed.node20, [file], { cwd: installed.folder });
  return stdout;
}

/** What the program does, whichever module system loaded the packages. */
const program = `
async function main({ createTwilioSuperSim, createTwilioUsage, ApiError }, { createOnomondo }, { startEmulator }) {
  const emulator = await startEmulator();
  const { twilio, onomondo } = emulator.credentials;
  const supersim = createTwilioSuperSim({ ...twilio, baseUrl: emulator.supersim.url });
  const usage = createTwilioUsage({ ...twilio, baseUrl: emulator.usage.url });
  const yearly = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Yearly.json";
  const counts = [
    await supersim.paginate("/v1/UsageRecords", { params: { query: { Granularity: "hour" } }, limit: 450 }).toArray(),
    await usage.paginate(yearly, { limit: 250 }).toArray(),
    await createOnomondo({ ...onomondo, baseUrl: emulator.onomondo.url }).paginate("/usage", { limit: 600 }).toArray(),
  ].map((records) => records.length);
  const refused = createTwilioSuperSim({ accountSid: twilio.accountSid, authToken: "wrong", baseUrl: emulator.supersim.url });
  const error = await refused.paginate("/v1/UsageRecords").toArray().catch((e) => ApiError.find(e));
  await emulator.close();
  console.log(process.versions.node.split(".")[0], counts.join(" "), error.status);
}`;

describe("the packed packages on Node 20", () => {
  it("pull usage through every client from ES modules", async () => {
    const imports = ["twilio", "onomondo", "emulator"].map(
      (name) => `import * as ${name} from "@usagewire/${name}";`,
    );
    const source = `${imports.join("\n")}${program}\nawait main(twilio, onomondo, emulator);`;
    expect(await run("program.mjs", source)).toBe("20 450 250 600 401\n");
  });

  it("pull usage through every client from CommonJS", async () => {
    const requires = ["twilio", "onomondo", "emulator"].map((name) => `require("@usagewire/${name}")`);
    expect(await run("program.cjs", `${program}\nmain(${requires.join(", ")});`)).toBe(
      "20 450 250 600 401\n",
    );
  });

  it.each(entries)("load %s", async (entry) => {
    const file = `load-${entry.replaceAll(/\W/g, "-")}`;
    const tell = "console.log(Object.keys(all).length > 0);";
    expect(await run(`${file}.mjs`, `import * as all from "${entry}";\n${tell}`)).toBe("true\n");
    expect(await run(`${file}.cjs`, `const all = require("${entry}");\n${tell}`)).toBe("true\n");
  });

  it.each(published.filter(({ manifest }) => manifest.bin !== undefined))(
    "run the bin of $manifest.name",
    async ({ manifest }) => {
      for (const bin of Object.keys(manifest.bin ?? {})) {
        const { stdout } = await exec(installed.node20, [`node_modules/.bin/${bin}`, "--help"], {
          cwd: installed.folder,
        });
        expect(stdout).toContain(bin);
      }
    },
  );
});

it.each(["5.4", "5.9", "6.0"])(
  "codegen works in a project that has TypeScript %s",
  { timeout: 120_000 },
  async (version) => {
    const folder = join(installed.folder, `typescript-${version}`);
    await mkdir(folder);
    const dependencies = {
      typescript: `~${version}.0`,
      "@usagewire/codegen": `file:${installed.tarballs.codegen}`,
    };
    await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
    await exec("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder });
    const spec = join(root, "packages/codegen/test/fixtures/usage-api.yaml");
    await exec(installed.node20, ["node_modules/.bin/usagewire-codegen", spec, "--out", "generated"], {
      cwd: folder,
    });
    const schema = await readFile(join(folder, "generated/schema.ts"), "utf8");
    expect(schema).toContain('unit?: "USD" | (string & {}) | null;');
  },
);

describe("the packed types", () => {
  it.each([
    ["mts", ["es2022", "dom", "dom.iterable"], []],
    ["cts", ["es2022", "dom", "dom.iterable"], []],
    ["mts", ["es2022"], ["node"]],
  ])(
    "serve a strict TypeScript program, without skipLibCheck: %s, lib %j, types %j",
    async (extension, lib, types) => {
      const source = `
import { createTwilioSuperSim, type SuperSimUsageRecord } from "@usagewire/twilio";
import { createTwilioSuperSim as createLean } from "@usagewire/twilio/lean";
import { createOnomondo } from "@usagewire/onomondo";
const supersim = createTwilioSuperSim({ accountSid: "AC1", authToken: "t" });
export async function total(): Promise<number> {
  let bytes = 0;
  for await (const record of supersim.paginate("/v1/UsageRecords")) {
    const exact: SuperSimUsageRecord = record;
    bytes += exact.data_total ?? 0;
  }
  return bytes;
}
export const page = createOnomondo({ apiKey: "k" }).GET("/usage", { params: { query: { limit: 10 } } });
// @ts-expect-error a misspelt parameter
supersim.paginate("/v1/UsageRecords", { params: { query: { Granularty: "day" } } });
export const records: Promise<SuperSimUsageRecord[]> = createLean().paginate("/v1/UsageRecords").toArray();
// @ts-expect-error a lean client has no windows
createLean().windows;
`;
      await writeFile(join(installed.folder, `program.${extension}`), source);
      const compilerOptions = {
        target: "es2022",
        module: "nodenext",
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        types,
        typeRoots: [join(import.meta.dirname, "../node_modules/@types")],
        lib,
      };
      const config = JSON.stringify({ compilerOptions, files: [`program.${extension}`] });
      await writeFile(join(installed.folder, "tsconfig.json"), config);
      const tsc = join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
      const { stdout } = await exec(process.execPath, [tsc, "-p", installed.folder]).catch((error) => error);
      expect(stdout).toBe("");
    },
  );

  it.each(published)("resolve under every module setting: $manifest.name", async ({ name }) => {
    const attw = join(import.meta.dirname, "../node_modules/.bin/attw");
    const { stdout } = await exec(attw, [
      installed.tarballs[name] ?? "",
      "--profile",
      "node16",
      "--format",
      "ascii",
    ]).catch((error) => error);
    expect(stdout).toContain("No problems found");
  });

  it.each(published)("pass publint: $manifest.name", async ({ folder }) => {
    const publint = join(import.meta.dirname, "../node_modules/.bin/publint");
    const { stdout } = await exec(publint, [folder, "--strict"]).catch((error) => error);
    expect(stdout).toContain("All good!");
  });
});

it("packs nothing but what is built, the README, the licences and the manifest", async () => {
  for (const tarball of Object.values(installed.tarballs)) {
    const { stdout } = await exec("tar", ["-tzf", tarball]);
    const strays = stdout
      .trim()
      .split("\n")
      .filter(
        (file) =>
          !/^package\/(dist\/|bin\/|vectors\/|README\.md$|LICENSE$|THIRD-PARTY-NOTICES\.md$|package\.json$)/.test(
            file,
          ),
      );
    expect(strays).toEqual([]);
    expect(stdout).toContain("package/LICENSE");
    expect(stdout).toContain("package/README.md");
  }
});
