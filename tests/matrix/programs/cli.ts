// Runs the command line in a process.
import { type Host, InterruptedError, run } from "@usagewire/cli";

export async function pull(): Promise<number> {
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort(new InterruptedError("SIGINT")));
  const { stdout, stderr, env } = process;
  const host: Host = { stdout, stderr, env, signal: interrupted.signal };
  const exitCode = await run(["pull", "--help"], host);
  assert<Same<typeof exitCode, number>>();
  return exitCode;
}
