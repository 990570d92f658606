import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gossip } from "./secrets/gossip.ts";
import { indiscretions } from "./secrets/indiscretions.ts";
import { plantedEnvironments } from "./secrets/planted.ts";
import { leaksIn } from "./secrets/spellings.ts";

const CLI = join(createRequire(import.meta.url).resolve("@usagewire/cli/package.json"), "../dist/bin.js");

describe.concurrent.each(plantedEnvironments)("usagewire pull $api", ({ api, secrets, env }) => {
  // Answers that are not tried again: the command fails at once.
  const final = indiscretions.filter(({ name }) =>
    /40[0134]|problem|code|headers|link|where|redirect/.test(name),
  );

  it.each(final.filter(({ linksOnly }) => !linksOnly || api[0] !== "onomondo"))(
    "prints no secret when a server gives it away in $name",
    async (indiscretion) => {
      await using place = await gossip(indiscretion, secrets[0]);
      const args = [CLI, "pull", ...api, "--base-url", place.server.url];
      const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) =>
        execFile(process.execPath, args, { env: { ...env, DEBUG: "1" } }, (error, stdout, stderr) =>
          resolve({ code: error?.code, output: stdout + stderr }),
        ),
      );
      expect(code, output).toBe(1);
      expect(leaksIn(output, secrets)).toEqual([]);
      expect(place.other.seen).toEqual([]);
    },
  );
});
