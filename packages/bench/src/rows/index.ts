import type { Benchmark } from "../benchmark.ts";
import { drain } from "./drain.ts";
import { memory } from "./memory.ts";
import { requests } from "./requests.ts";
import { slowConsumer } from "./slow-consumer.ts";
import { smallCalls } from "./small-calls.ts";
import { windows } from "./windows.ts";

/** In the order in which they run and are reported. */
export const benchmarks: readonly Benchmark[] = [drain, memory, windows, slowConsumer, requests, smallCalls];
