import type { Benchmark, Measure } from "../benchmark.ts";
import { withServer } from "../server/with-server.ts";
import { MEMORY } from "../sizes.ts";
import { measureMemory } from "./measure-memory.ts";

const text = (records: number) => records.toLocaleString("en");
const usagewire = (records: number) => `usagewire, ${text(records)} records`;
const handWritten = (records: number) => `hand-written fetch, ${text(records)} records`;
const list = `twilio list, ${text(MEMORY.list)} records`;

const contestants = [
  { subject: handWritten(MEMORY.short), path: "drain/hand-written.ts", records: MEMORY.short },
  { subject: handWritten(MEMORY.long), path: "drain/hand-written.ts", records: MEMORY.long },
  { subject: usagewire(MEMORY.short), path: "drain/usagewire-records.ts", records: MEMORY.short },
  { subject: usagewire(MEMORY.long), path: "drain/usagewire-records.ts", records: MEMORY.long },
  { subject: usagewire(MEMORY.list), path: "drain/usagewire-records.ts", records: MEMORY.list },
  { subject: list, path: "drain/twilio-list.ts", records: MEMORY.list },
];

const comparisons: Measure["comparisons"] = [
  // What the runtime itself grows by: a loop that keeps nothing.
  { subject: handWritten(MEMORY.long), base: handWritten(MEMORY.short) },
  { subject: usagewire(MEMORY.long), base: usagewire(MEMORY.short), target: { atMost: 1.1 } },
  { subject: usagewire(MEMORY.long), base: handWritten(MEMORY.long) },
  { subject: usagewire(MEMORY.list), base: list, target: { below: 0.5 } },
];

const figures = { resident: "peak memory", live: "peak of live heap" } as const;

export const memory: Benchmark = {
  name: "memory",
  work:
    `Super SIM records in pages of ${text(MEMORY.pageSize)}; ` +
    `each measurement takes a process of its own, so there are ${MEMORY.rounds} rounds`,
  async run({ rounds }) {
    const values = contestants.map(() => ({ resident: [] as number[], live: [] as number[] }));
    for (let round = 0; round < Math.min(rounds, MEMORY.rounds); round += 1) {
      for (const [index, { path, records }] of contestants.entries()) {
        await withServer({ records }, async ({ origin }) => {
          const task = { origin, pageSize: MEMORY.pageSize };
          values[index]?.resident.push(await measureMemory({ path, task, records }));
          values[index]?.live.push(await measureMemory({ path, task, records, samples: MEMORY.samples }));
        });
      }
    }
    return (["resident", "live"] as const).map((kind) => ({
      figure: figures[kind],
      unit: "bytes",
      series: contestants.map(({ subject }, index) => ({ subject, values: values[index]?.[kind] ?? [] })),
      comparisons,
    }));
  },
};
