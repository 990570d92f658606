import { PullError } from "../errors/pull-error.ts";
import { pull } from "../pull/pull.ts";
import { type Tally, tallied } from "../pull/tally.ts";
import type { Outcome } from "./outcome.ts";
import type { PreparedSample } from "./prepare.ts";

/** Pulls one operation after the other; one that fails does not keep the rest from being tried, an interrupt does. */
export async function* pullSamples(
  samples: readonly PreparedSample[],
  signal: AbortSignal,
  onPage: (sample: PreparedSample, tally: Tally) => void,
): AsyncGenerator<Outcome, void, undefined> {
  for (const sample of samples) {
    const { api, operation, connection } = sample;
    const volume = api.volume();
    const measure = async (records: readonly unknown[]) => records.forEach(volume.add);
    const { take, tally } = tallied(measure, (came) => onPage(sample, came));

    const start = performance.now();
    const error = await pull(connection.client, sample, signal, take).then(
      () => undefined,
      // Where to go on from is of no use to somebody who did not choose the parameters.
      (reason: unknown) => (reason instanceof PullError ? reason.cause : reason),
    );
    const milliseconds = performance.now() - start;
    const { requests } = connection.counter;
    yield { api, operation, ...tally(), amount: volume.total(), requests, milliseconds, error };
    if (error !== undefined && signal.aborted) return;
  }
}
