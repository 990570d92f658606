import process from "node:process";
import type { Host } from "./host.ts";
import { Interruption } from "./interruption.ts";

/**
 * The process that we run in. The first Ctrl-C or SIGTERM asks the command to stop after the page in hand; a second
 * one ends the process on the spot.
 */
export function processHost(): Host {
  const interrupt = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      const interruption = new Interruption(signal);
      if (interrupt.signal.aborted) process.exit(interruption.exitCode);
      interrupt.abort(interruption);
    });
  }
  // Writes report their own failures; without a listener, a reader that goes away would crash the process.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const { stdout, stderr, env } = process;
  return { stdout, stderr, env, signal: interrupt.signal };
}
