import type { PullAllJob } from "../command-line/job.ts";
import { report } from "../errors/report.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { writeTo } from "../output/stream-output.ts";
import { startProgress } from "../progress.ts";
import { type Backend, providers } from "../pull/backend.ts";
import { emulated } from "../pull/emulated.ts";
import type { Outcome } from "./outcome.ts";
import { prepare } from "./prepare.ts";
import { pullSamples } from "./pull-samples.ts";
import { summary } from "./summary.ts";

/** `usagewire pull --all`: a sample of every operation, and a row for each of what came. */
export async function runPullAll(job: PullAllJob, host: Host): Promise<number> {
  const backend = job.emulator ? await emulated() : providers(host.env, undefined);
  try {
    const outcomes = await pullAll(job, host, backend);
    await writeTo(host.stdout, summary(outcomes, job.format ?? "table"));
    const failed = outcomes.filter(({ error }) => error !== undefined);
    return Math.max(EXIT.done, ...failed.map(({ error }) => report(error, host)));
  } finally {
    await backend.close();
  }
}

async function pullAll(job: PullAllJob, host: Host, backend: Backend): Promise<Outcome[]> {
  const samples = prepare(job, backend);
  const progress = startProgress(host.stderr, samples.length);
  const outcomes: Outcome[] = [];
  try {
    const pulls = pullSamples(samples, host.signal, ({ api, operation }, came) =>
      progress.show(outcomes.length, `${api.name} ${operation.name}`, came),
    );
    for await (const outcome of pulls) outcomes.push(outcome);
    return outcomes;
  } finally {
    progress.stop();
  }
}
