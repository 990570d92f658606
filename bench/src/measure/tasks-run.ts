/** What turbo writes about a run when it is told to. */
export interface RunSummary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly command: string;
    readonly cache: { readonly status: "HIT" | "MISS" };
  }[];
}

export interface TasksRun {
  /** All tasks there are. Turbo also lists packages that have no such script; there it has nothing to do. */
  readonly all: readonly string[];
  /** Those that no cache held. */
  readonly run: readonly string[];
}

export function tasksRun({ tasks }: RunSummary): TasksRun {
  const real = tasks.filter(({ command }) => command !== "<NONEXISTENT>");
  const names = (of: typeof real) => of.map(({ taskId }) => taskId).sort();
  return { all: names(real), run: names(real.filter(({ cache }) => cache.status === "MISS")) };
}
