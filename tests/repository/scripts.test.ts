import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readManifest, root } from "../helpers/workspace.ts";

// A script that nobody runs breaks without notice.
const commands = [
  readFileSync(join(root, ".ci/run"), "utf8"),
  readFileSync(join(root, "scripts/dev-once.sh"), "utf8"),
  // `pnpm test` and `pnpm generate` run these through turbo.
  readFileSync(join(root, "scripts/test.ts"), "utf8"),
  readFileSync(join(root, "scripts/generate.ts"), "utf8"),
  // A script may be run by another.
  ...Object.values(readManifest(root).scripts ?? {}),
].join("\n");

const folders = globSync("{.,packages/*,tests,bench,examples}/package.json", { cwd: root }).map(dirname);

describe.each(folders)("the scripts of %s/package.json", (folder) => {
  const { scripts = {} } = readManifest(join(root, folder));

  it.each(Object.keys(scripts))("%s is run by .ci/run or pnpm test", (name) => {
    const asWord = new RegExp(`(^|[\\s"#])${name}(?=[\\s"]|$)`, "m");
    expect(asWord.test(commands)).toBe(true);
  });
});
