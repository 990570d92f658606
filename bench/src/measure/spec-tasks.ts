/** The tasks of `pnpm test` that read Onomondo's spec. */
export const specReaders: readonly string[] = [
  "//#lint:specs",
  "@usagewire/onomondo#generate:check",
  "@usagewire/onomondo#test",
  "@usagewire/repository#test",
];

const built = ["onomondo", "cli"];
/** They run what is built from the client. */
const users = ["acceptance", "bench", "readmes", "resilience"];

/** Those and the ones that depend on the code generated from it. */
export const specDependants: readonly string[] = [
  ...specReaders,
  "@usagewire/onomondo#check",
  ...built.map((name) => `@usagewire/${name}#build`),
  ...["cli", ...users].flatMap((name) => [`@usagewire/${name}#check`, `@usagewire/${name}#test`]),
];

/**
 * Refuses a run in which a task that depends on what changed came from the cache, which would be a stale answer; tells
 * those that ran without need.
 */
export function needless(run: readonly string[], dependants: readonly string[]): string[] {
  const stale = dependants.filter((task) => !run.includes(task));
  if (stale.length > 0) throw new Error(`not run again: ${stale.join(", ")}`);
  return run.filter((task) => !dependants.includes(task));
}
