#!/usr/bin/env node
import { run } from "./cli.ts";

const interrupted = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
});

// Not a top-level await, which bundlers refuse in their default format for Node, CommonJS.
run(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  interrupted,
}).then((code) => {
  process.exitCode = code;
});
