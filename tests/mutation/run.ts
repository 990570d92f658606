// `pnpm test:mutation`: makes small mistakes in the sources, one at a time, and counts those that a test notices.
import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../helpers/workspace.ts";
import equivalents from "./equivalents.json" with { type: "json" };
import { withoutEquivalents } from "./equivalents.ts";
import { ownTests, packageOf } from "./imports.ts";
import { type Mutant, makeMutants } from "./mutants.ts";
import { Runner } from "./runners.ts";
import { inRandomOrder } from "./sample.ts";
import { typeChecker } from "./type-check.ts";

/** The share of mutants that the tests must notice. */
const REQUIRED = 0.95;
/** In a smaller sample the share is a matter of luck, and decides nothing. */
const ENOUGH = 40;

const { minutes, seed, packageName, workers } = parseOptions();
const testsOf = ownTests();
const files = globSync("packages/*/src/**/*.ts", { cwd: root })
  .filter((file) => !/\.test(-d)?\.ts$|\/generated\//.test(file))
  // The files of the bins run in processes of their own only, as built files.
  .filter((file) => testsOf(file).length > 0)
  .sort();
const everyMutant = files.flatMap((file) => makeMutants(file, readFileSync(join(root, file), "utf8")));
const mutants = withoutEquivalents(everyMutant, equivalents).filter(
  ({ file }) => packageName === undefined || packageOf(file) === packageName,
);
const queue = inRandomOrder(mutants, seed).values();
const hasRightTypes = typeChecker(files);

console.log(`${mutants.length} mutants of ${packageName ?? "all packages"}; seed ${seed}; ${minutes} min`);

const endTime = performance.now() + minutes * 60_000;
const env = { ...process.env, NODE_ENV: "test", FC_SEED: String(seed), FC_RUNS: "100" };
const runners = Array.from({ length: workers }, () => new Runner(env, 45_000));
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    for (const runner of runners) runner.stop();
    process.exit(1);
  });
}

let noticed = 0;
let compileErrors = 0;
const unnoticed: Mutant[] = [];
/** How long each test file ran when it last came to its end, in ms. */
const durations = new Map<string, number>();
/** Test files that noticed a mutant, which must pass without one. */
const witnesses = new Set<string>();

await Promise.all(runners.map(work));
const check = await runners[0]?.run({ mutant: undefined, tests: [...witnesses].sort(), bail: false });
for (const runner of runners) runner.stop();

report();

async function work(runner: Runner): Promise<void> {
  for (let mutant = next(); mutant !== undefined; mutant = next()) {
    const start = performance.now();
    const { file, line, text, before, after } = mutant;
    const result = await runner.run({
      mutant: { file, text },
      tests: inGoodOrder(testsOf(file)),
      bail: true,
    });
    const failed = typeof result === "string" ? [] : result.failed;
    if (typeof result !== "string") {
      for (const [test, duration] of result.durations) durations.set(test, duration);
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5);
    if (typeof result !== "string" && failed.length === 0) {
      unnoticed.push(mutant);
      console.log(`${seconds} s  NOT NOTICED  ${file}:${line}\n    - ${before}\n    + ${after}`);
    } else {
      noticed += 1;
      for (const test of failed) witnesses.add(test);
      console.log(
        `${seconds} s  noticed  ${file}:${line}  (${typeof result === "string" ? result : failed[0]})`,
      );
    }
  }
}

/** Starts with the nearest test, which is likely to fail, and goes on with the fastest. */
function inGoodOrder([nearest, ...others]: readonly string[]): string[] {
  if (nearest === undefined) return [];
  const duration = (test: string) => durations.get(test) ?? 0;
  return [nearest, ...others.sort((a, b) => duration(a) - duration(b))];
}

/** The next mutant with the right types, until time is up. */
function next(): Mutant | undefined {
  while (performance.now() < endTime) {
    const { done, value } = queue.next();
    if (done) return undefined;
    if (hasRightTypes(value)) return value;
    compileErrors += 1;
  }
  return undefined;
}

function report(): void {
  const tried = noticed + unnoticed.length;
  if (unnoticed.length > 0) {
    console.log("\nNot noticed. Add a test, or an entry with a reason to tests/mutation/equivalents.json:");
    for (const { file, before, after } of unnoticed) console.log(JSON.stringify({ file, before, after }));
  }
  if (typeof check !== "object" || check.failed.length > 0) {
    const what = typeof check === "object" ? check.failed.join(", ") : "hung or crashed";
    console.log(`\nThe tests also fail without a mutant, so the result is worthless: ${what}`);
    process.exitCode = 1;
  }
  const share = tried === 0 ? 0 : noticed / tried;
  const isEnough = tried >= ENOUGH;
  if (isEnough && share < REQUIRED) process.exitCode = 1;
  console.log(
    `\n${noticed} of ${tried} mutants noticed: ${(100 * share).toFixed(1)} % (${
      isEnough ? `required: ${100 * REQUIRED} %` : `fewer than ${ENOUGH}, so that the share decides nothing`
    }); ${compileErrors} more did not compile; seed ${seed}`,
  );
}

function parseOptions() {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "10" },
      seed: { type: "string", default: String(Math.floor(Math.random() * 1_000_000)) },
      package: { type: "string" },
      workers: { type: "string", default: String(availableParallelism()) },
    },
  });
  const positive = (name: "minutes" | "seed" | "workers") => {
    const number = Number(values[name]);
    if (Number.isFinite(number) && number > 0) return number;
    throw new Error(`--${name} must be a number above 0, not "${values[name]}"`);
  };
  const names = globSync("packages/*", { cwd: root }).map((folder) => folder.slice("packages/".length));
  if (values.package !== undefined && !names.includes(values.package)) {
    throw new Error(`--package must be one of ${names.sort().join(", ")}, not "${values.package}"`);
  }
  return {
    minutes: positive("minutes"),
    seed: positive("seed"),
    workers: positive("workers"),
    packageName: values.package,
  };
}
