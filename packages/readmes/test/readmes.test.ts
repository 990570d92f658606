import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { type Emulator, startEmulator } from "@usagewire/emulator";
import { readmeCommands, testReadme } from "@usagewire/testing";
import { packages, published, root } from "@usagewire/testing/workspace";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const exec = promisify(execFile);

let emulator: Emulator;
/** Where commands run: an empty folder with the bins on its PATH. */
let folder: string;

beforeAll(async () => {
  emulator = await startEmulator();
  folder = await mkdtemp(join(tmpdir(), "usagewire-readme-"));
  for (const { folder: from, manifest } of published) {
    for (const [name, file] of Object.entries(manifest.bin ?? {})) {
      await symlink(join(from, file), join(folder, name));
    }
  }
});

afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a reader has: credentials in the environment, and the providers. */
const environment = () => {
  const { twilio, onomondo } = emulator.credentials;
  return {
    env: {
      TWILIO_ACCOUNT_SID: twilio.accountSid,
      TWILIO_AUTH_TOKEN: twilio.authToken,
      ONOMONDO_API_KEY: onomondo.apiKey,
    },
    hosts: {
      "https://supersim.twilio.com": emulator.supersim.url,
      "https://api.twilio.com": emulator.usage.url,
      "https://api.onomondo.com": emulator.onomondo.url,
    },
  };
};

const url = (path: string) => pathToFileURL(path);

// It has all packages to import.
testReadme(url(join(root, "packages/readmes/")), { readme: url(join(root, "README.md")), environment });
for (const { folder: from } of packages.filter(({ folder: from }) => existsSync(join(from, "README.md")))) {
  testReadme(url(`${from}/`), { environment });
}

describe("the commands of README.md", () => {
  const ci = readFileSync(join(root, ".ci/run"), "utf8").split("\n");

  // Run here, they would run this test.
  it.each(readmeCommands(readFileSync(join(root, "README.md"), "utf8")))("`%s` is run by CI", (command) => {
    expect(ci).toContain(command);
  });
});

describe.each(published)("the commands of packages/$name/README.md", ({ folder: from }) => {
  const commands = readmeCommands(readFileSync(join(from, "README.md"), "utf8"));
  const installed = commands.filter((command) => command.startsWith("npm install "));
  const run = commands.filter((command) => !command.startsWith("npm install "));

  it("install packages that exist", () => {
    const names = installed.flatMap((command) =>
      command.split(" ").filter((word) => word.startsWith("@usagewire/")),
    );
    for (const name of names) expect(published.map(({ manifest }) => manifest.name)).toContain(name);
  });

  it("run as they stand, in their order", { timeout: 120_000 }, async () => {
    const { env } = environment();
    const PATH = [folder, join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
    for (const command of run) {
      // In a project that has the package, npx runs its bin.
      const result = await exec("sh", ["-c", command.replace(/^npx (?=usagewire)/, "")], {
        cwd: folder,
        env: { ...env, PATH },
      }).catch((error) => error);
      expect(result.code, `${command}\n${result.stderr}`).toBeUndefined();
    }
  });
});
