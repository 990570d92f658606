import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderOf } from "@usagewire/tests/footprint";
import type { Benchmark } from "../benchmark.ts";
import { binOf, measureInTurn, runCommand } from "../commands.ts";

const document = join(folderOf("@octokit/openapi", import.meta.dirname), "generated/api.github.com.json");

/** Arguments of Node. Each command writes to a folder of its own: types, and what a client needs at run time. */
const commands: Record<string, (out: string) => string[]> = {
  usagewire: (out) => [binOf("@usagewire/codegen", "usagewire-codegen"), document, "--out", out],
  "openapi-typescript": (out) => typesOnly(join(out, "schema.ts")),
  "openapi-typescript, again": (out) => typesOnly(join(out, "again.ts")),
  "@hey-api/openapi-ts": (out) => [
    binOf("@hey-api/openapi-ts", "openapi-ts"),
    ...["--input", document, "--output", join(out, "hey-api")],
    ...["--plugins", "@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"],
    ...["--silent", "--no-log-file"],
  ],
};

const typesOnly = (file: string) => [
  binOf("openapi-typescript", "openapi-typescript"),
  ...[document, "--output", file],
];

export const codegen: Benchmark = {
  name: "codegen",
  work: "generating code from GitHub's OpenAPI document with 1,200 operations, in a new process",
  async run({ rounds, signal }) {
    const out = await mkdtemp(join(tmpdir(), "usagewire-codegen-"));
    try {
      const subjects = Object.entries(commands).map(([subject, args]) => ({
        subject,
        measure: async () => (await runCommand(process.execPath, args(out), { cwd: out, signal })).ms,
      }));
      return [
        {
          figure: "time",
          unit: "ms",
          series: await measureInTurn(subjects, rounds, signal),
          comparisons: [
            { subject: "usagewire", base: "openapi-typescript", target: { atMost: 1.2 } },
            { subject: "usagewire", base: "@hey-api/openapi-ts", target: { below: 1 } },
            { subject: "openapi-typescript, again", base: "openapi-typescript", noiseFloor: true },
          ],
        },
      ];
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  },
};
