import { join } from "node:path";
import { runProcess } from "./run-process.ts";

const root = join(import.meta.dirname, "../../../..");

/** What `pnpm test` asks turbo for, as `scripts/test.ts` says. */
const tasks = ["//#lint:root", "//#lint:specs", "generate:check", "check", "test"];

/** The tasks behind `pnpm test` in a checkout, each with the hash of all that it depends on; nothing is run. */
export async function plannedTasks(checkout: string): Promise<Map<string, string>> {
  const turbo = join(root, "node_modules/.bin/turbo");
  const { stdout } = await runProcess(turbo, ["run", ...tasks, "--dry=json", "--cwd", checkout], checkout);
  return hashesOf(JSON.parse(stdout));
}

interface Plan {
  readonly tasks: readonly { readonly taskId: string; readonly hash: string; readonly command: string }[];
}

/** Turbo also plans for packages that have no such script; there it has nothing to do. */
export const hashesOf = (plan: Plan): Map<string, string> =>
  new Map(
    plan.tasks.filter(({ command }) => command !== "<NONEXISTENT>").map(({ taskId, hash }) => [taskId, hash]),
  );

/** The tasks that a change makes run again, as no cache can hold them. */
export const changedTasks = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] => [...after].filter(([task, hash]) => before.get(task) !== hash).map(([task]) => task);
