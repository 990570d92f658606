import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Benchmark } from "../benchmark.ts";
import { inTurn } from "../measure/in-turn.ts";
import { runProcess } from "../measure/run-process.ts";
import { runTests } from "../measure/run-tests.ts";
import { needless, specDependants, specReaders } from "../measure/spec-tasks.ts";

const root = join(import.meta.dirname, "../../..");
const spec = "specs/onomondo/usage.yaml";

const again = "nothing changed";
const text = "a comment in a spec";
const code = "a description in a spec, generated again";
const readers = "tasks that read the spec";
const dependants = "tasks that depend on it and its code";

/** Measures in a clone, so that nobody's working copy is touched; turbo's cache is that of this checkout. */
async function measure(clone: string, rounds: number) {
  await runProcess("git", ["clone", "--quiet", "--shared", root, "."], clone);
  const test = () => runTests(clone, join(root, ".turbo/cache"));
  const { all } = await test();

  const counts = { [again]: 0, [text]: 0, [code]: 0 };
  /** `change` gives the spec another text, and does what an author would do then. */
  const testAfter = (
    subject: keyof typeof counts,
    expected: readonly string[],
    change: () => Promise<void>,
  ) => ({
    subject,
    measure: async () => {
      await change();
      const { ms, run } = await test();
      for (const task of needless(run, expected)) console.error(`    ${subject}: ${task} need not have run`);
      counts[subject] = Math.max(counts[subject], run.length);
      await runProcess("git", ["checkout", "--quiet", "."], clone);
      return ms;
    },
  });
  const edit = async (how: (yaml: string) => string) => {
    const yaml = await readFile(join(clone, spec), "utf8");
    await writeFile(join(clone, spec), how(yaml));
  };
  // No two may be alike, nor like one of an earlier benchmark: a cache would know it.
  const unique = () => `${Date.now()}`;

  const series = await inTurn(
    [
      testAfter(again, [], async () => {}),
      testAfter(text, specReaders, () => edit((yaml) => `${yaml}# ${unique()}\n`)),
    ],
    Math.max(3, rounds),
  );
  const generated = testAfter(code, specDependants, async () => {
    await edit((yaml) =>
      yaml.replace("description: Usage of one SIM;", `description: Usage, ${unique()}, of one SIM;`),
    );
    await runProcess("pnpm", ["generate"], clone);
  });
  return {
    times: [...series, { subject: code, values: [await generated.measure()] }],
    counts,
    all: all.length,
  };
}

export const workspace: Benchmark = {
  name: "workspace",
  work: "`pnpm test` of this repository once more after a run that passed; once for generated code, as it takes minutes",
  async run({ rounds }) {
    const clone = await mkdtemp(join(tmpdir(), "usagewire-workspace-"));
    try {
      const { times, counts, all } = await measure(clone, rounds);
      const exact = {
        ...counts,
        "all tasks": all,
        [readers]: specReaders.length,
        [dependants]: specDependants.length,
      };
      return [
        {
          figure: "time",
          unit: "ms",
          series: times,
          comparisons: [
            { subject: text, base: again },
            { subject: code, base: text },
          ],
        },
        {
          figure: "tasks that run",
          unit: "count",
          series: Object.entries(exact).map(([subject, count]) => ({ subject, values: [count] })),
          comparisons: [
            { subject: again, base: "all tasks", target: { atMost: 0 } },
            { subject: text, base: readers, target: { atMost: 1 } },
            { subject: code, base: dependants, target: { atMost: 1 } },
          ],
        },
      ];
    } finally {
      await rm(clone, { recursive: true, force: true });
    }
  },
};
