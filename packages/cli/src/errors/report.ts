import type { Host } from "../host.ts";
import { causes } from "./causes.ts";
import { explain } from "./explain.ts";

/** Says on standard error what went wrong, and returns the exit code for it. */
export function report(error: unknown, { stderr, env }: Pick<Host, "stderr" | "env">): number {
  const { lines, exitCode } = explain(error);
  const [first, ...rest] = lines;
  if (first !== undefined) stderr.write(`usagewire: ${[first, ...rest].join("\n")}\n`);
  if (env.DEBUG) {
    for (const cause of causes(error)) {
      if (cause instanceof Error) stderr.write(`${cause.stack ?? cause.message}\n`);
    }
  }
  return exitCode;
}
