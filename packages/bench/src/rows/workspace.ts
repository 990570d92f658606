import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Benchmark } from "../benchmark.ts";
import { inTurn } from "../measure/in-turn.ts";
import { changedTasks, plannedTasks } from "../measure/planned-tasks.ts";
import { runProcess } from "../measure/run-process.ts";
import { tasksRun } from "../measure/tasks-run.ts";

const root = join(import.meta.dirname, "../../../..");

/** A change of a spec's text alone, and one that its generated code follows. */
const changes: Record<string, Record<string, string>> = {
  "the text of Onomondo's spec changed": { "specs/onomondo/usage.yaml": "# changed\n" },
  "Onomondo's spec and its generated code changed": {
    "specs/onomondo/usage.yaml": "# changed\n",
    "packages/onomondo/src/generated/usage/schema.ts": "// changed\n",
  },
};

/** How many tasks each change makes run again, counted in a clone of what is committed. */
async function countTasks() {
  const clone = await mkdtemp(join(tmpdir(), "usagewire-workspace-"));
  const git = (...args: string[]) => runProcess("git", args, clone);
  try {
    await git("clone", "--quiet", "--shared", root, ".");
    const all = await plannedTasks(clone);
    const series = [{ subject: "all tasks", values: [all.size] }];
    for (const [subject, texts] of Object.entries(changes)) {
      for (const [file, text] of Object.entries(texts)) await appendFile(join(clone, file), text);
      series.push({ subject, values: [changedTasks(all, await plannedTasks(clone)).length] });
      await git("checkout", "--quiet", ".");
    }
    return series;
  } finally {
    await rm(clone, { recursive: true, force: true });
  }
}

export const workspace: Benchmark = {
  name: "workspace",
  work: "`pnpm test` of this repository once more, after a run that passed (which takes minutes, unless there was one)",
  async run({ rounds }) {
    const again: number[] = [];
    const time = async () => {
      const { stdout, ms } = await runProcess("pnpm", ["test"], root);
      again.push(tasksRun(stdout));
      return ms;
    };
    const series = await inTurn([{ subject: "nothing changed", measure: time }], Math.max(3, rounds));
    // The run before the first round is not one of the repetitions.
    const counts = [{ subject: "nothing changed", values: again.slice(1) }, ...(await countTasks())];
    return [
      { figure: "time", unit: "ms", series, comparisons: [] },
      {
        figure: "tasks that run",
        unit: "count",
        series: counts,
        comparisons: ["nothing changed", ...Object.keys(changes)].map((subject) => ({
          subject,
          base: "all tasks",
        })),
      },
    ];
  },
};
