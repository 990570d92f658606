#!/usr/bin/env node
import { run } from "./cli.ts";

// A reader that closes the pipe early, such as `| head`, is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Not a top-level await, which bundlers refuse in their default format for Node, CommonJS.
run(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
