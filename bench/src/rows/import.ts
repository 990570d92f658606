import type { Benchmark } from "../benchmark.ts";
import { inTurn } from "../measure/in-turn.ts";
import { runProcess } from "../measure/run-process.ts";

const specifiers: Record<string, string> = {
  "@usagewire/twilio": "@usagewire/twilio",
  "@usagewire/twilio again": "@usagewire/twilio",
  twilio: "twilio",
  "openapi-fetch": "openapi-fetch",
  "an empty module": "data:text/javascript,",
};

/** Milliseconds in a process that is fresh, without the start of Node, which is the same for all. */
async function importTime(specifier: string): Promise<number> {
  const program = `
    const began = performance.now();
    await import(${JSON.stringify(specifier)});
    console.log(performance.now() - began);`;
  const { stdout } = await runProcess(
    process.execPath,
    ["--input-type=module", "--eval", program],
    import.meta.dirname,
  );
  return Number(stdout);
}

export const importing: Benchmark = {
  name: "import",
  work: "importing a client in a fresh process",
  async run({ rounds }) {
    const subjects = Object.entries(specifiers).map(([subject, specifier]) => ({
      subject,
      measure: () => importTime(specifier),
    }));
    return [
      {
        figure: "time",
        unit: "ms",
        series: await inTurn(subjects, Math.max(15, rounds)),
        comparisons: [
          { subject: "@usagewire/twilio", base: "twilio", target: { below: 0.1 } },
          { subject: "openapi-fetch", base: "@usagewire/twilio" },
          { subject: "@usagewire/twilio again", base: "@usagewire/twilio", noiseFloor: true },
        ],
      },
    ];
  },
};
