import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Emulator, startEmulator } from "@usagewire/emulator";
import { expect, it } from "vitest";
import { addFaults } from "./soak/add-faults.ts";
import type { SoakReport } from "./soak/soak-report.ts";

const exec = promisify(execFile);
const PROGRAM = join(import.meta.dirname, "soak/soak.ts");

/** The same seed gives the same pulls and faults; how they interleave is the machine's doing. */
const seed = process.env.SOAK_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const seconds = Number(process.env.SOAK_SECONDS ?? 24);

const start = () =>
  startEmulator({ seed, supersim: { sims: 12 }, onomondo: { sims: 4, rateLimit: Number.MAX_SAFE_INTEGER } });
const addresses = ({ supersim, usage, onomondo }: Emulator) => ({
  supersim: supersim.url,
  usage: usage.url,
  onomondo: onomondo.url,
});

it(
  `a program that pulls through storms loses nothing, gets nothing twice and leaks nothing (SOAK_SEED=${seed})`,
  async () => {
    await using calm = await start();
    await using stormy = await start();
    for (const { faults } of [stormy.supersim, stormy.usage, stormy.onomondo]) addFaults(faults);

    const task = {
      seed,
      seconds,
      credentials: stormy.credentials,
      calm: addresses(calm),
      stormy: addresses(stormy),
    };
    const { stdout, stderr } = await exec(process.execPath, ["--expose-gc", PROGRAM, JSON.stringify(task)], {
      timeout: (seconds + 60) * 1000,
    });
    const report: SoakReport = JSON.parse(stdout);
    console.log(report);

    expect(stderr).toBe("");
    expect(report.problems).toEqual([]);
    expect(report.pulls).toBeGreaterThan(10 * seconds);
    expect(report.failures).toBeGreaterThan(0);
    expect(report.resumes).toBeGreaterThan(report.failures);
    expect(report.listeners).toBe(0);
    expect(report.resources).toEqual([]);
    expect(report.heapGrowth).toBeLessThan(3e6);
  },
  (seconds + 90) * 1000,
);
