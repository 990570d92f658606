import type { Benchmark } from "../benchmark.ts";
import { codegen } from "./codegen.ts";
import { drain } from "./drain.ts";
import { importing } from "./import.ts";
import { install } from "./install.ts";
import { memory } from "./memory.ts";
import { requests } from "./requests.ts";
import { size } from "./size.ts";
import { slowConsumer } from "./slow-consumer.ts";
import { smallCalls } from "./small-calls.ts";
import { types } from "./types.ts";
import { windows } from "./windows.ts";
import { workspace } from "./workspace.ts";

/** In the order in which they run and are reported. */
export const benchmarks: readonly Benchmark[] = [
  drain,
  memory,
  windows,
  slowConsumer,
  requests,
  smallCalls,
  importing,
  size,
  install,
  types,
  codegen,
  workspace,
];
