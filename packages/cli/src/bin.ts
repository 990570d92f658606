#!/usr/bin/env node
import { run } from "./main.ts";
import { processHost } from "./process-host.ts";

// Not process.exit: what is still on its way to a pipe would be lost.
process.exitCode = await run(process.argv.slice(2), processHost());
