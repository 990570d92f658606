// `pnpm journey`: the source files that a reader enters from `paginate()` to the first record, and fails past the limit.
import { spawnSync } from "node:child_process";
import { Session } from "node:inspector/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const limit = 35;
const root = join(import.meta.dirname, "..");

if (!process.execArgv.includes("--conditions=@usagewire/source")) {
  // Sources instead of built files, so that what is counted is what a reader reads.
  const { status } = spawnSync(process.execPath, ["--conditions=@usagewire/source", import.meta.filename], {
    stdio: "inherit",
  });
  process.exit(status ?? 1);
}

// By path, since the root depends on no package: such a package would be part of the key of every turbo task.
const { createTwilioSuperSim } = await import(`${root}/packages/twilio/src/index.ts`);
const { startEmulator } = await import(`${root}/packages/emulator/src/index.ts`);

const emulator = await startEmulator();
const supersim = createTwilioSuperSim({ ...emulator.credentials.twilio, baseUrl: emulator.supersim.url });

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });

for await (const _ of supersim.paginate("/v1/UsageRecords")) break;

const { result } = await session.post("Profiler.takePreciseCoverage");
session.disconnect();
await emulator.close();

const entered = result
  .filter(({ url }) => /\/packages\/(?!emulator)[^/]+\/src\//.test(url))
  .map(({ url, functions }) => ({
    file: fileURLToPath(url).slice(root.length + "/packages/".length),
    calls: functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0).length,
  }))
  .filter(({ calls }) => calls > 0)
  .sort((a, b) => a.file.localeCompare(b.file));

for (const { file, calls } of entered) console.log(`${String(calls).padStart(4)} functions  ${file}`);
console.log(`\n${entered.length} files from paginate() to the first record; at most ${limit}`);
if (entered.length > limit || entered.length === 0) process.exitCode = 1;
