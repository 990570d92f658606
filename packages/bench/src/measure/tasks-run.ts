import { stripVTControlCharacters } from "node:util";

/** How many tasks turbo ran, by its summary; the others came from its cache. */
export function tasksRun(output: string): number {
  const [, cached, total] =
    /Cached:\s+(\d+) cached, (\d+) total/.exec(stripVTControlCharacters(output)) ?? [];
  if (cached === undefined || total === undefined) throw new Error("turbo gave no summary");
  return Number(total) - Number(cached);
}
