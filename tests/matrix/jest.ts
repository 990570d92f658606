// Jest: the suite in a test of a CommonJS project.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { partOf } from "../helpers/parts.ts";
import { exec } from "../helpers/workspace.ts";
import type { JestEnvironment } from "./matrix.ts";
import { type Context, packageNames, writeSuite } from "./program.ts";
import type { Outcome } from "./suite.ts";

export async function runInJest({ environment }: JestEnvironment, context: Context): Promise<Outcome[]> {
  const { folder, target } = context;
  const suite = await writeSuite(context, "cjs");
  const requires = packageNames.map((name) => `${name}: require("@usagewire/${name}")`);
  await writeFile(
    join(folder, "usage.test.cjs"),
    `const { runCases } = require("./${suite}");
const packages = { ${requires.join(", ")} };
// Only now, since loading the packages must need none of these.
Object.assign(globalThis, globalThis.fromNode);
test("usage", async () => {
  const outcomes = await runCases(packages, ${JSON.stringify(target)});
  require("node:fs").writeFileSync("outcomes.json", JSON.stringify(outcomes));
}, 60_000);`,
  );
  // jsdom has neither fetch nor text encoders; projects that test code with them add Node's.
  await writeFile(
    join(folder, "jsdom-with-fetch.cjs"),
    `const { TestEnvironment } = require(${JSON.stringify(partOf("jest-environment-jsdom"))});
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    const fromFetch = { fetch, Headers, Request, Response, AbortController, AbortSignal };
    this.global.fromNode = { ...fromFetch, TextDecoder, TextEncoder };
  }
};`,
  );
  await writeFile(
    join(folder, "jest.config.json"),
    JSON.stringify({
      testMatch: ["<rootDir>/usage.test.cjs"],
      testEnvironment: environment === "node" ? partOf("jest-environment-node") : "./jsdom-with-fetch.cjs",
      modulePaths: [join(partOf("jest"), "..")],
      cache: false,
    }),
  );
  const jest = join(partOf("jest"), "bin/jest.js");
  await exec(process.execPath, [jest, "--config", "jest.config.json"], { cwd: folder });
  return JSON.parse(await readFile(join(folder, "outcomes.json"), "utf8"));
}
