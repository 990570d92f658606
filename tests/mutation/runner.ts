// A process of its own that runs tests against mutants, one at a time, with Vitest. It ends when its parent does.
import { globSync } from "node:fs";
import { join } from "node:path";
import type { ViteUserConfig } from "vitest/config";
import { createVitest, type TestSpecification, type Vite } from "vitest/node";
import { suite } from "../../vitest.base.ts";
import { root } from "../helpers/workspace.ts";

/** Asks for a run. Paths are from the root of the repository. */
export interface Job {
  /** Without a mutant, the sources run as they are. */
  readonly mutant: { readonly file: string; readonly text: string } | undefined;
  /** Test files, in the order in which they run. */
  readonly tests: readonly string[];
  /** Stop at the first failure. */
  readonly bail: boolean;
}

export type Message =
  | { readonly type: "ready" }
  /** A test ended: the run does not hang. */
  | { readonly type: "progress" }
  | ({ readonly type: "result" } & Result);

export interface Result {
  /** Test files with a failure. */
  readonly failed: readonly string[];
  /** How long each file ran that came to its end, in ms. */
  readonly durations: readonly (readonly [file: string, duration: number])[];
}

const send = (message: Message): void => {
  process.send?.(message);
};

let mutant: Job["mutant"];
let order: readonly string[] = [];

// The file on disk stays as it is: only what Vite reads is changed.
const overlay: Vite.Plugin = {
  name: "mutant",
  enforce: "pre",
  load: (id) =>
    mutant !== undefined && id.split("?")[0] === join(root, mutant.file) ? mutant.text : undefined,
};

const byOrder = (a: TestSpecification, b: TestSpecification) =>
  order.indexOf(pathOf(a)) - order.indexOf(pathOf(b));
const pathOf = ({ moduleId }: { readonly moduleId: string }) => moduleId.slice(root.length + 1);

const { resolve, ssr, test } = suite({ include: ["packages/*/{src,test}/**/*.test.ts"] });
// What packages need besides: all run in one Vitest, so all get what one of them needs.
const configs: { default: ViteUserConfig }[] = await Promise.all(
  globSync("packages/*/vitest.config.ts", { cwd: root }).map((file) => import(join(root, file))),
);
const plugins = configs.flatMap(({ default: config }) => config.plugins ?? []);
const inline = configs.flatMap(({ default: { test: options } }) => {
  const listed = options?.server?.deps?.inline;
  return Array.isArray(listed) ? listed : [];
});
const vitest = await createVitest(
  "test",
  {
    ...test,
    server: { deps: { inline } },
    config: false,
    root,
    watch: false,
    // Modules on disk would be found there again without the mutant.
    fsModuleCache: false,
    // One worker for all test files of a run saves most of the time that a file takes to start.
    pool: "forks",
    isolate: false,
    maxWorkers: 1,
    testTimeout: 15_000,
    teardownTimeout: 1_000,
    reporters: [
      {
        onTestCaseResult: () => send({ type: "progress" }),
        onTestModuleEnd: () => send({ type: "progress" }),
      },
    ],
    sequence: {
      sequencer: class {
        sort = (files: TestSpecification[]) => [...files].sort(byOrder);
        shard = (files: TestSpecification[]) => files;
      },
    },
  },
  { plugins: [overlay, ...plugins], ...(resolve && { resolve }), ...(ssr && { ssr }) },
);
await vitest.standalone();
const specifications = await vitest.globTestSpecifications();

process.on("message", async (job: Job) => {
  mutant = job.mutant;
  order = job.tests;
  vitest.config.bail = job.bail ? 1 : 0;
  if (mutant !== undefined) vitest.invalidateFile(join(root, mutant.file));
  const { testModules: everyModule, unhandledErrors } = await vitest.runTestSpecifications(
    specifications.filter((specification) => order.includes(pathOf(specification))),
  );
  if (mutant !== undefined) vitest.invalidateFile(join(root, mutant.file));
  // Vitest also names the modules of earlier runs.
  const testModules = everyModule.filter((module) => job.tests.includes(pathOf(module)));
  const failed = testModules.filter((module) => module.state() === "failed").map(pathOf);
  // An error outside of a test makes Vitest fail, too.
  const elsewhere = unhandledErrors.length > 0 ? testModules.slice(-1).map(pathOf) : [];
  send({
    type: "result",
    failed: failed.length > 0 ? failed : elsewhere,
    durations: testModules
      .filter((module) => module.state() === "passed")
      .map((module) => [pathOf(module), module.diagnostic().duration]),
  });
});
process.on("disconnect", () => process.exit());
send({ type: "ready" });
