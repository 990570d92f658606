import { installedPackages } from "@usagewire/tests/footprint";
import type { Benchmark } from "../benchmark.ts";

const subjects = ["@usagewire/twilio", "twilio", "openapi-fetch"];

export const install: Benchmark = {
  name: "install",
  work: "a client with all that it brings into node_modules, unpacked",
  async run() {
    const installed = await Promise.all(
      subjects.map(async (subject) => ({
        subject,
        packages: await installedPackages(subject, import.meta.dirname),
      })),
    );
    const ours = { subject: "@usagewire/twilio", base: "twilio" };
    return [
      {
        figure: "installed size",
        unit: "bytes",
        series: installed.map(({ subject, packages }) => ({
          subject,
          values: [packages.reduce((sum, { bytes }) => sum + bytes, 0)],
        })),
        comparisons: [{ ...ours, target: { below: 1 / 50 } }],
      },
      {
        figure: "packages",
        unit: "count",
        series: installed.map(({ subject, packages }) => ({ subject, values: [packages.length] })),
        comparisons: [ours],
      },
    ];
  },
};
