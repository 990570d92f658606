import { rm } from "node:fs/promises";
import type { Benchmark, Comparison, Measure } from "../benchmark.ts";
import { inTurn } from "../measure/in-turn.ts";
import { diagnostic, typeCheck } from "../measure/type-check.ts";
import { typeProjects } from "../measure/type-projects.ts";

const programs = ["usagewire", "twilio", "openapi-fetch", "empty"];

const comparisons: Comparison[] = [
  { subject: "usagewire", base: "twilio", target: { below: 1 } },
  { subject: "usagewire", base: "openapi-fetch", target: { atMost: 1.2 } },
];

/** Whole-process times and the compiler's count of instantiations, which is exact. */
async function measure(folder: string, label: string, suffix: string, rounds: number): Promise<Measure[]> {
  const config = (program: string) => `${program}${suffix}.json`;
  const subjects = [...programs, "usagewire again"].map((subject) => ({
    subject,
    measure: async () => (await typeCheck(config(subject.replace(" again", "")), folder)).ms,
  }));
  const instantiations = [];
  for (const subject of programs) {
    const { stdout } = await typeCheck(config(subject), folder);
    instantiations.push({ subject, values: [diagnostic(stdout, "Instantiations")] });
  }
  return [
    {
      figure: `time${label}`,
      unit: "ms",
      series: await inTurn(subjects, rounds),
      comparisons: [...comparisons, { subject: "usagewire again", base: "usagewire", noiseFloor: true }],
    },
    { figure: `instantiations${label}`, unit: "count", series: instantiations, comparisons },
  ];
}

export const types: Benchmark = {
  name: "types",
  work: "type-checking a program that asks all clients for pages and walks: strict, as a process from start to end",
  async run({ rounds }) {
    const folder = await typeProjects(programs);
    const enough = Math.max(5, rounds);
    try {
      // `tsc --init` writes skipLibCheck, so that this is what most users wait for: what their own program asks of the types.
      const usual = await measure(folder, "", "", enough);
      return [...usual, ...(await measure(folder, ", declarations of libraries checked", ".full", enough))];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
