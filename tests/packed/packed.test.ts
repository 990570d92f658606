import { readFile, rm, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entriesOf, exec, published } from "../helpers/workspace.ts";
import { type Installed, packAndInstall } from "./install.ts";

let installed: Installed;

beforeAll(async () => {
  installed = await packAndInstall();
}, 240_000);

afterAll(() => rm(installed.folder, { recursive: true, force: true }));

/** Runs a program on Node 20 and returns its standard output. */
async function run(file: string, source: string): Promise<string> {
  await writeFile(join(installed.folder, file), source);
  const { stdout } = await exec(installed.node20, [file], { cwd: installed.folder });
  return stdout;
}

/** The program, whichever module system loaded the packages. */
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

  const entries = published.flatMap((each) =>
    entriesOf(each).map((entry) => ({ entry, commonJs: each.manifest.main !== undefined })),
  );

  it.each(entries)("load $entry", async ({ entry, commonJs }) => {
    const file = `load-${entry.replaceAll(/\W/g, "-")}`;
    const print = "console.log(Object.keys(all).length > 0);";
    expect(await run(`${file}.mjs`, `import * as all from "${entry}";\n${print}`)).toBe("true\n");
    if (commonJs) {
      expect(await run(`${file}.cjs`, `const all = require("${entry}");\n${print}`)).toBe("true\n");
    }
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

describe("the packed types", () => {
  it.each(published)("resolve under every module setting: $manifest.name", async ({ name, manifest }) => {
    const attw = join(import.meta.dirname, "../node_modules/.bin/attw");
    const tarball = installed.tarballs[name] ?? "";
    // Neither profile looks at node10, whose resolution knows no entry but the main one.
    const profile = manifest.main === undefined ? "esm-only" : "node16";
    const { code, stdout } = await exec(attw, [tarball, "--profile", profile, "--format", "ascii"]).catch(
      (error) => error,
    );
    expect(code, stdout).toBeUndefined();
  });

  it.each(published)("pass publint: $manifest.name", async ({ name }) => {
    const { messages } = await publint({
      strict: true,
      pack: { tarball: new Uint8Array(await readFile(installed.tarballs[name] ?? "")).buffer },
    });
    expect(messages.map(({ code, path }) => `${code} at ${path.join(".")}`)).toEqual([]);
  });
});

describe("every tarball", () => {
  const each = async (check: (name: string, files: string[]) => Promise<void> | void) => {
    for (const [name, tarball] of Object.entries(installed.tarballs)) {
      const { stdout } = await exec("tar", ["-tzf", tarball]);
      await check(
        name,
        stdout
          .trim()
          .split("\n")
          .map((file) => file.replace("package/", "")),
      );
    }
  };

  it("holds what is built, its sources, the README, the licences and the manifest, and nothing else", () =>
    each((_, files) => {
      const expected =
        /^(dist\/|src\/|bin\/|vectors\/|README\.md$|LICENSE$|THIRD-PARTY-NOTICES\.md$|package\.json$)/;
      expect(files.filter((file) => !expected.test(file) || /\.test(-d)?\.ts$/.test(file))).toEqual([]);
      expect(files).toContain("LICENSE");
      expect(files).toContain("README.md");
    }));

  it("holds every source that its source maps name", () =>
    each(async (name, files) => {
      const maps = files.filter((file) => file.endsWith(".map"));
      expect(maps.length, name).toBeGreaterThan(0);
      for (const map of maps) {
        const text = await readFile(join(installed.folder, "node_modules/@usagewire", name, map), "utf8");
        const { sources, sourcesContent } = JSON.parse(text) as {
          sources: string[];
          sourcesContent?: (string | null)[];
        };
        const missing = sources.filter(
          (source, index) =>
            !sourcesContent?.[index] && !files.includes(posix.join(posix.dirname(map), source)),
        );
        expect(missing, `${name}/${map}`).toEqual([]);
      }
    }));

  it("does not offer its sources as an entry", () =>
    each(async (name) => {
      const manifest = join(installed.folder, "node_modules/@usagewire", name, "package.json");
      expect(await readFile(manifest, "utf8")).not.toContain("@usagewire/source");
    }));
});

it("stack traces through three packages name lines of their sources", async () => {
  const program = `
import { createTwilioSuperSim } from "@usagewire/twilio";
const fetch = async () => { throw new Error("no network"); };
const credentials = { accountSid: "AC1", authToken: "t" };
const supersim = createTwilioSuperSim({ ...credentials, fetch, retry: false });
await supersim.paginate("/v1/UsageRecords", { limit: 1 }).toArray().catch((error) => console.log(error));
createTwilioSuperSim({ ...credentials, baseUrl: "ftp://example.com" });
`;
  const file = join(installed.folder, "trace.mjs");
  await writeFile(file, program);
  const { stdout, stderr } = await exec(installed.node20, ["--enable-source-maps", file]).catch(
    (failure) => failure,
  );
  const packagesIn = (trace: string) =>
    new Set([...trace.matchAll(/@usagewire\/(\w+)\/src\/[\w/.-]+\.ts:\d+/g)].map(([, name]) => name));
  expect(packagesIn(stdout)).toEqual(new Set(["pagination", "client"]));
  expect(packagesIn(stderr)).toEqual(new Set(["client", "twilio"]));
  expect(stdout + stderr).not.toMatch(/@usagewire\/\w+\/dist\//);
});
