import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exec, published, root } from "../helpers/workspace.ts";
import { emulatedProviders } from "./emulated-providers.ts";
import { testPage } from "./run-snippets.ts";
import { readCommands } from "./snippets.ts";

const environment = emulatedProviders();
/** Where commands run: an empty folder with the packages' commands on its PATH. */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "usagewire-readme-"));
  for (const { folder: from, manifest } of published) {
    for (const [name, file] of Object.entries(manifest.bin ?? {})) {
      await symlink(join(from, file), join(folder, name));
    }
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

// This package can import all others.
testPage(join(root, "README.md"), join(root, "tests"), environment);
for (const { folder: from } of published) {
  const page = join(from, "README.md");
  if (existsSync(page)) testPage(page, from, environment);
}

describe("the commands of README.md", () => {
  const ci = readFileSync(join(root, ".ci/run"), "utf8").split("\n");

  // Running `test` here would run this test.
  it.each(readCommands(readFileSync(join(root, "README.md"), "utf8")))("`%s` is run by CI", (command) => {
    expect(ci).toContain(command);
  });
});

describe.each(published)("the commands of packages/$name/README.md", ({ folder: from }) => {
  const commands = readCommands(readFileSync(join(from, "README.md"), "utf8"));
  const isInstall = (command: string) => command.startsWith("npm install ");

  it("install packages that exist", () => {
    const names = commands
      .filter(isInstall)
      .flatMap((command) => command.split(" ").filter((word) => word.startsWith("@usagewire/")));
    for (const name of names) expect(published.map(({ manifest }) => manifest.name)).toContain(name);
  });

  it("succeed in the order in which they are shown", { timeout: 120_000 }, async () => {
    const { env } = environment();
    const PATH = [folder, join(root, "node_modules/.bin"), process.env.PATH].join(delimiter);
    for (const command of commands.filter((each) => !isInstall(each))) {
      // In a project that has the package, npx runs its command.
      const result = await exec("sh", ["-c", command.replace(/^npx (?=usagewire)/, "")], {
        cwd: folder,
        env: { ...env, PATH },
      }).catch((error) => error);
      expect(result.code, `${command}\n${result.stderr}`).toBeUndefined();
    }
  });
});
