import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { secretEnvironments } from "./clients-with-secrets.ts";
import { findSecrets } from "./find-secrets.ts";
import { leakyResponses, startLeakyServer } from "./leaky-server.ts";

const BIN = join(createRequire(import.meta.url).resolve("@usagewire/cli/package.json"), "../src/bin.ts");

describe.concurrent.each(secretEnvironments)("usagewire pull $api", ({ api, secrets, env }) => {
  // Without retries, so that the command ends at once.
  const responses = leakyResponses.filter(
    ({ final, linksOnly }) => final && !(linksOnly && api[0] === "onomondo"),
  );

  it.each(responses)("prints no secret if the server repeats it in $name", async (leakyResponse) => {
    await using leaky = await startLeakyServer(leakyResponse, secrets[0]);
    const node = ["--conditions=@usagewire/source", BIN];
    const args = [...node, "pull", ...api, "--base-url", leaky.server.url];
    const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) =>
      execFile(process.execPath, args, { env: { ...env, DEBUG: "1" } }, (error, stdout, stderr) =>
        resolve({ code: error?.code, output: stdout + stderr }),
      ),
    );
    expect(code, output).toBe(1);
    expect(findSecrets(output, secrets)).toEqual([]);
    expect(leaky.otherOrigin.requests).toEqual([]);
  });
});
