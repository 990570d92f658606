#!/usr/bin/env node
import process from "node:process";
import { InterruptedError } from "./errors.ts";
import type { Host } from "./host.ts";
import { run } from "./main.ts";

// Not process.exit(), which would lose output that a pipe has not accepted yet. Not a top-level await, which bundlers refuse in
// their default format for Node, CommonJS.
run(process.argv.slice(2), processHost()).then((code) => {
  process.exitCode = code;
});

/** This process. The first Ctrl-C or SIGTERM stops the command after the current page, the second one at once. */
function processHost(): Host {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      const error = new InterruptedError(signal);
      if (controller.signal.aborted) process.exit(error.exitCode);
      controller.abort(error);
    });
  }
  // Each write reports its own error. Without a listener, a closed pipe would also crash the process.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const { stdout, stderr, env } = process;
  return { stdout, stderr, env, signal: controller.signal };
}
