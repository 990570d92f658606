import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Emulator, type Fault, type FaultInjector, startEmulator } from "@usagewire/emulator";
import { expect, it } from "vitest";
import type { SoakReport, SoakTask } from "./soak/soak.ts";

const exec = promisify(execFile);
const PROGRAM = join(import.meta.dirname, "soak/soak.ts");

/** The same seed gives the same pulls and faults, but not always in the same order. */
const seed = process.env.SOAK_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const seconds = Number(process.env.SOAK_SECONDS ?? 24);

const respond = (status: number, more: { headers?: Record<string, string>; body?: string } = {}): Fault => ({
  kind: "answer",
  status,
  ...more,
});

/** Shares of all responses: 30 % fail, and 10 % are valid but unusual. */
const FAULTS: readonly (readonly [share: number, fault: Fault])[] = [
  [0.01, respond(429)],
  [0.01, respond(429, { headers: { "retry-after": "0" } })],
  [0.02, respond(408)],
  [0.05, respond(500)],
  [0.02, respond(502, { body: "<html>Bad Gateway</html>" })],
  [0.05, respond(503, { body: "" })],
  [0.03, respond(504)],
  [0.03, { kind: "cut", after: "nothing" }],
  [0.02, { kind: "cut", after: "headers" }],
  [0.02, { kind: "cut", after: "half" }],
  [0.02, { kind: "cut", after: "half", how: "end" }],
  [0.018, { kind: "truncate" }],
  [0.001, { kind: "stall", after: "nothing" }],
  [0.001, { kind: "stall", after: "half" }],
  [0.03, { kind: "transport", gzip: true }],
  [0.03, { kind: "transport", chunked: true }],
  [0.03, { kind: "transport", gzip: true, chunked: true }],
  [0.01, { kind: "delay", for: 20 }],
];

/** Only the first fault that matches applies, so each one's probability is its share of what the others leave. */
function addFaults(injector: FaultInjector): void {
  let left = 1;
  for (const [share, fault] of FAULTS) {
    injector.add(fault, { probability: share / left });
    left -= share;
  }
}

const start = () =>
  startEmulator({ seed, supersim: { sims: 12 }, onomondo: { sims: 4, rateLimit: Number.MAX_SAFE_INTEGER } });
const addresses = ({ supersim, usage, onomondo }: Emulator) => ({
  supersim: supersim.url,
  usage: usage.url,
  onomondo: onomondo.url,
});

it(
  `a program that pulls despite faults gets each record once and leaks nothing (SOAK_SEED=${seed})`,
  async () => {
    await using healthy = await start();
    await using faulty = await start();
    for (const { faults } of [faulty.supersim, faulty.usage, faulty.onomondo]) addFaults(faults);

    const task: SoakTask = {
      seed,
      seconds,
      minPulls: 10 * seconds,
      credentials: faulty.credentials,
      healthy: addresses(healthy),
      faulty: addresses(faulty),
    };
    const node = ["--expose-gc", "--conditions=@usagewire/source"];
    const { stdout, stderr } = await exec(process.execPath, [...node, PROGRAM, JSON.stringify(task)], {
      timeout: (seconds + 60) * 1000,
    });
    const report: SoakReport = JSON.parse(stdout);
    console.log(report);

    expect(stderr).toBe("");
    expect(report.problems).toEqual([]);
    expect(report.pulls).toBeGreaterThanOrEqual(task.minPulls);
    expect(report.failures).toBeGreaterThan(0);
    expect(report.resumes).toBeGreaterThan(report.failures);
    expect(report.listeners).toBe(0);
    expect(report.resources).toEqual([]);
    expect(report.heapGrowth).toBeLessThan(3e6);
  },
  (seconds + 90) * 1000,
);
