import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { runTests } from "../src/measure/run-tests.ts";

let checkout: string;

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), "bench-checkout-"));
  vi.stubEnv("PATH", `${join(checkout, "bin")}${delimiter}${process.env.PATH}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(checkout, { recursive: true, force: true });
});

/** A `pnpm` that does so. */
async function pnpm(script: string): Promise<void> {
  await mkdir(join(checkout, "bin"), { recursive: true });
  await writeFile(join(checkout, "bin/pnpm"), `#!/bin/sh\n${script}\n`);
  await chmod(join(checkout, "bin/pnpm"), 0o755);
}

const summary = (status: string) =>
  JSON.stringify({ tasks: [{ taskId: "a#test", command: "vitest", cache: { status } }] });
const write = (name: string, status: string) =>
  `mkdir -p .turbo/runs && echo '${summary(status)}' > .turbo/runs/${name}.json`;

it("reads what its own run wrote", async () => {
  await pnpm(write("1", "MISS"));
  expect((await runTests(checkout, "cache")).run).toEqual(["a#test"]);
  await pnpm(write("2", "HIT"));
  expect((await runTests(checkout, "cache")).run).toEqual([]);
});

it("refuses a run without a summary, which would look like the one before or like a perfect cache", async () => {
  await pnpm(write("1", "MISS"));
  await runTests(checkout, "cache");
  await pnpm("true");
  await expect(runTests(checkout, "cache")).rejects.toThrow("turbo gave no summary");
});

it("lets pnpm set the checkout up, also beneath a script of pnpm's, which turns that off", async () => {
  vi.stubEnv("pnpm_config_verify_deps_before_run", "false");
  await pnpm(`test "$pnpm_config_verify_deps_before_run" = install && ${write("1", "MISS")}`);
  expect((await runTests(checkout, "cache")).run).toEqual(["a#test"]);
});

it("rejects when a test fails", async () => {
  await pnpm(`echo "1 failed"; exit 1`);
  await expect(runTests(checkout, "cache")).rejects.toThrow("1 failed");
});
