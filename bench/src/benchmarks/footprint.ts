/*
 * What a client costs before it sends a request: bytes on disk, milliseconds to import.
 */
import { installedPackages } from "@usagewire/tests/footprint";
import type { Benchmark } from "../benchmark.ts";
import { measureInTurn, runCommand } from "../commands.ts";

/** Bytes. Sources and source maps are part of the package. */
const INSTALL_BUDGET = 1_500_000;

export const install: Benchmark = {
  name: "install",
  work: "a client and its dependencies in node_modules, unpacked",
  async run() {
    const installed = await Promise.all(
      ["@usagewire/twilio", "twilio", "openapi-fetch"].map(async (subject) => ({
        subject,
        packages: await installedPackages(subject, import.meta.dirname),
      })),
    );
    const overSdk = { subject: "@usagewire/twilio", base: "twilio" };
    return [
      {
        figure: "installed size",
        unit: "bytes",
        exact: true,
        series: [
          ...installed.map(({ subject, packages }) => ({
            subject,
            values: [packages.reduce((sum, { bytes }) => sum + bytes, 0)],
          })),
          { subject: "budget", values: [INSTALL_BUDGET] },
        ],
        comparisons: [{ subject: "@usagewire/twilio", base: "budget", target: { atMost: 1 } }, overSdk],
      },
      {
        figure: "packages",
        unit: "count",
        exact: true,
        series: installed.map(({ subject, packages }) => ({ subject, values: [packages.length] })),
        comparisons: [overSdk],
      },
    ];
  },
};

const specifiers: Record<string, string> = {
  "@usagewire/twilio": "@usagewire/twilio",
  "@usagewire/twilio, again": "@usagewire/twilio",
  twilio: "twilio",
  "openapi-fetch": "openapi-fetch",
};

export const importing: Benchmark = {
  name: "import",
  work: "importing a client in a new process",
  async run({ rounds, signal }) {
    const subjects = Object.entries(specifiers).map(([subject, specifier]) => ({
      subject,
      measure: () => importTime(specifier, signal),
    }));
    return [
      {
        figure: "time",
        unit: "ms",
        series: await measureInTurn(subjects, rounds, signal),
        comparisons: [
          { subject: "@usagewire/twilio", base: "twilio", target: { below: 0.1 } },
          { subject: "openapi-fetch", base: "@usagewire/twilio" },
          { subject: "@usagewire/twilio, again", base: "@usagewire/twilio", noiseFloor: true },
        ],
      },
    ];
  },
};

/** Milliseconds of the import alone: the start of Node is the same for all. */
async function importTime(specifier: string, signal: AbortSignal): Promise<number> {
  const program = `
    const start = performance.now();
    await import(${JSON.stringify(specifier)});
    console.log(performance.now() - start);`;
  const args = ["--input-type=module", "--eval", program];
  const { stdout } = await runCommand(process.execPath, args, { cwd: import.meta.dirname, signal });
  return Number(stdout);
}
