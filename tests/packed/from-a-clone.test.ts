import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { exec, published, root } from "../helpers/workspace.ts";

const page = await readFile(join(root, "docs/install.md"), "utf8");
const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = ""]) =>
  block.trim().split("\n"),
);

it("the commands of docs/install.md install a client from a clone", { timeout: 240_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "usagewire-clone-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const project = join(folder, "project");
  await mkdir(project);
  await writeFile(join(project, "package.json"), JSON.stringify({ private: true }));

  // The clone is this one, installed and built already; its tarballs are not to be beside it.
  const [[install, build, pack] = [], [installTarballs] = []] = commands;
  expect([install, build]).toEqual(["npx -y pnpm@12 install", "npx -y pnpm@12 build"]);
  const packHere = pack?.replace("npx -y pnpm@12", "pnpm").replace("../", `${folder}/`) ?? "";
  await exec("sh", ["-c", packHere], { cwd: root });
  await exec("sh", ["-c", installTarballs ?? ""], { cwd: project });

  const program = `import { createTwilioSuperSim } from "@usagewire/twilio"; console.log(typeof createTwilioSuperSim);`;
  const { stdout } = await exec(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: project,
  });
  expect(stdout).toBe("function\n");
});

it.each(published)("docs/install.md names what $name depends on", ({ name, manifest }) => {
  const { dependencies = {}, peerDependencies = {} } = manifest;
  const direct = Object.keys({ ...dependencies, ...peerDependencies })
    .filter((dependency) => dependency.startsWith("@usagewire/"))
    .map((dependency) => dependency.slice("@usagewire/".length));
  const rows = page.split("\n").map((line) => line.split("|"));
  const needed = rows.find(([, packages]) => packages?.includes(`\`${name}\``))?.[2];
  for (const dependency of direct) expect(needed).toContain(`\`${dependency}\``);
});
