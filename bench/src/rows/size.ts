import { bundleProgram } from "@usagewire/tests/footprint";
import type { Benchmark } from "../benchmark.ts";

/** What one client may take, in bytes. */
const budget = 10 * 1024;

const walk = `for await (const record of supersim.paginate("/v1/UsageRecords")) console.log(record);`;
const page = `const { data } = await supersim.GET("/v1/UsageRecords"); console.log(data);`;
const everything = `
  const window = { from: "2025-01-01", to: "2025-06-01" };
  for (const part of supersim.windows("/v1/UsageRecords", { window }))
    for await (const record of supersim.paginate(part.path, { params: part.params })) console.log(record);`;

const superSim = (statements: string, { entry = "@usagewire/twilio", options = "" } = {}) =>
  `import { createTwilioSuperSim } from "${entry}";
  const supersim = createTwilioSuperSim(${options});
  ${statements}`;

const lean = { entry: "@usagewire/twilio/lean" };

const programs: Record<string, string> = {
  "usagewire/lean, a walk": superSim(walk, lean),
  "usagewire/lean, one page": superSim(page, lean),
  "usagewire, a walk": superSim(walk),
  "usagewire, one page": superSim(page),
  "usagewire, windows and hooks": superSim(everything, { options: "{ hooks: { end: console.log } }" }),
  "openapi-fetch, one page": `import createClient from "openapi-fetch";
    const supersim = createClient({ baseUrl: "https://supersim.twilio.com" });
    ${page}`,
};

const twilio = `import twilio from "twilio";
  for (const record of await twilio().supersim.v1.usageRecords.list()) console.log(record);`;

export const size: Benchmark = {
  name: "size",
  work: "a program that lists Super SIM usage, bundled for no platform in particular, minified and gzipped",
  async run() {
    const resolveDir = import.meta.dirname;
    const series = [];
    for (const [subject, program] of Object.entries(programs)) {
      series.push({ subject, values: [(await bundleProgram(program, { resolveDir })).gzipped] });
    }
    // It needs Node's own modules.
    const { gzipped } = await bundleProgram(twilio, { resolveDir, platform: "node" });
    series.push({ subject: "twilio, for Node", values: [gzipped] }, { subject: "budget", values: [budget] });
    return [
      {
        figure: "size",
        unit: "bytes",
        series,
        comparisons: [
          { subject: "usagewire/lean, a walk", base: "budget", target: { atMost: 1 } },
          { subject: "usagewire/lean, one page", base: "budget", target: { atMost: 1 } },
          { subject: "usagewire, a walk", base: "budget" },
          { subject: "usagewire/lean, a walk", base: "usagewire, a walk" },
          { subject: "usagewire, windows and hooks", base: "usagewire, a walk" },
          { subject: "openapi-fetch, one page", base: "usagewire, one page" },
          { subject: "usagewire, a walk", base: "twilio, for Node", target: { below: 0.1 } },
        ],
      },
    ];
  },
};
