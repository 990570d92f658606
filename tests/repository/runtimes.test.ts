import { describe, expect, it } from "vitest";
import { npmParts } from "../helpers/parts.ts";
import { published, readManifest, root } from "../helpers/workspace.ts";
import { type Matrix, matrix } from "../matrix/matrix.ts";
import { readmesWithRuntimes, supportLine, supportTable } from "../matrix/readmes.ts";

const manifests = [readManifest(root), ...published.map(({ manifest }) => manifest)];
const [oldest = ""] = matrix.node;

it.each(manifests)("$name requires the oldest Node.js that is tested", ({ engines }) => {
  expect(engines?.node).toBe(`>=${oldest}`);
});

it("every line of Node.js is tested from its part, with both module systems", () => {
  for (const line of matrix.node) {
    expect(npmParts()[`node-${line}`]).toMatch(new RegExp(`@${line}\\.`));
    const environments = matrix.environments.filter(({ parts }) => parts.includes(`node-${line}`));
    expect(environments.map(({ id }) => id)).toEqual([`node-${line}-esm`, `node-${line}-cjs`]);
  }
  // The oldest line is tested with its first version, because `engines` accepts that.
  expect(npmParts()[`node-${oldest}`]).toBe(`npm:node@${oldest}.0.0`);
});

it("every part of the matrix is installed by `pnpm parts`, except Chromium", () => {
  const { environments, bundlers, typescript } = matrix;
  const parts = [
    ...[...environments, ...bundlers].flatMap((each) => each.parts),
    ...typescript.versions.map((version) => `typescript-${version}`),
  ];
  expect(Object.keys(npmParts()).sort()).toEqual(
    [...new Set(parts)].filter((part) => part !== "chromium").sort(),
  );
});

it.each(readmesWithRuntimes())(
  "$path names the runtimes of the matrix; `pnpm generate` writes them",
  ({ committed, expected }) => {
    expect(committed).toBe(expected);
  },
);

describe("a known failure", () => {
  const works: Matrix = { ...matrix, knownFailures: [] };
  const fails: Matrix = { ...works, knownFailures: [{ in: "bun", reason: "no fetch" }] };

  it("is a limit in the table", () => {
    expect(supportTable(works)).not.toContain("Known limit");
    expect(supportTable(fails)).toMatch(/^\| Bun \| .* Known limit: no fetch \(`bun`\)\. \|$/m);
  });

  it("is a limit in the line of a package", () => {
    expect(supportLine(works)).toMatch(/^Tested on Node\.js 20, 22, 24 and 26, Bun, Deno, /);
    expect(supportLine(fails)).toMatch(/, and with known limits on Bun\./);
  });
});
