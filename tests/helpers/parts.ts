// Parts: programs that some tests run and that a machine may not have.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workspace.ts";

/** The folder that `pnpm parts` installs into. */
export const partsFolder = join(root, "tests/parts");

/** Where an installed part is: the folder of an npm package, or a program. */
export function findPart(name: string): string | undefined {
  if (name === "chromium") return chromium();
  const folder = join(partsFolder, "node_modules", name);
  return existsSync(join(folder, "package.json")) ? folder : undefined;
}

/** Like {@link findPart}, for tests that run only if the part is there. */
export function partOf(name: string): string {
  const found = findPart(name);
  if (found === undefined) throw new Error(missing(name));
  return found;
}

/** The parts that `tests/parts/package.json` names, with their versions. */
export function npmParts(): Record<string, string> {
  const { dependencies } = JSON.parse(readFileSync(join(partsFolder, "package.json"), "utf8"));
  return dependencies;
}

/** Installed parts and their versions as one line, which belongs to the cache key of the tests that use them. */
export function installedParts(): string {
  const versions = Object.keys(npmParts()).flatMap((name) => {
    const folder = findPart(name);
    if (folder === undefined) return [];
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return [`${name}@${version}`];
  });
  const browser = chromium();
  if (browser !== undefined) {
    versions.push(
      execFileSync(browser, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim(),
    );
  }
  return versions.join(" ");
}

/** What a test says about a part that is not there. */
export const missing = (name: string) =>
  name === "chromium"
    ? "Chromium is not installed; on Debian, `apt-get install chromium`, or set USAGEWIRE_CHROMIUM to its path"
    : `${name} is not installed; run \`pnpm parts\``;

function chromium(): string | undefined {
  const { USAGEWIRE_CHROMIUM, PATH = "" } = process.env;
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const candidates =
    USAGEWIRE_CHROMIUM === undefined
      ? PATH.split(":").flatMap((folder) => names.map((name) => join(folder, name)))
      : [USAGEWIRE_CHROMIUM];
  return candidates.find((path) => existsSync(path));
}
