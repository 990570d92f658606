import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderOf } from "@usagewire/tests/footprint";
import type { Benchmark } from "../benchmark.ts";
import { binOf } from "../measure/bin-of.ts";
import { inTurn } from "../measure/in-turn.ts";
import { runProcess } from "../measure/run-process.ts";

const document = join(folderOf("@octokit/openapi", import.meta.dirname), "generated/api.github.com.json");

/** Each writes into a folder of its own: types, and whatever else a client needs of it at run time. */
const commands: Record<string, (out: string) => string[]> = {
  usagewire: (out) => [binOf("@usagewire/codegen", "usagewire-codegen"), document, "--out", out],
  "openapi-typescript": (out) => typesAlone(join(out, "schema.ts")),
  "openapi-typescript again": (out) => typesAlone(join(out, "again.ts")),
  "@hey-api/openapi-ts": (out) => [
    binOf("@hey-api/openapi-ts", "openapi-ts"),
    ...["--input", document, "--output", join(out, "hey-api")],
    ...["--plugins", "@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"],
    ...["--silent", "--no-log-file"],
  ],
};

const typesAlone = (file: string) => [
  binOf("openapi-typescript", "openapi-typescript"),
  ...[document, "--output", file],
];

export const codegen: Benchmark = {
  name: "codegen",
  work: "generating from GitHub's published document, 1,200 operations, as a process from start to end",
  async run({ rounds }) {
    const out = await mkdtemp(join(tmpdir(), "usagewire-codegen-"));
    try {
      const subjects = Object.entries(commands).map(([subject, args]) => ({
        subject,
        measure: async () => (await runProcess(process.execPath, args(out), out)).ms,
      }));
      return [
        {
          figure: "time",
          unit: "ms",
          series: await inTurn(subjects, Math.max(5, rounds)),
          comparisons: [
            { subject: "usagewire", base: "openapi-typescript", target: { atMost: 1.2 } },
            { subject: "usagewire", base: "@hey-api/openapi-ts", target: { below: 1 } },
            { subject: "openapi-typescript again", base: "openapi-typescript", noiseFloor: true },
          ],
        },
      ];
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  },
};
