import { apis } from "../apis/index.ts";
import type { PullableApi } from "../apis/pullable-api.ts";
import type { PullAllJob } from "../command-line/job.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { Backend } from "../pull/backend.ts";
import { type Connection, connect } from "../pull/connect.ts";
import { type Sample, samples } from "./samples.ts";

export interface PreparedSample extends Sample {
  /** Its own, so that its requests are counted apart. */
  readonly connection: Connection;
}

/**
 * Everything that the pulls need, looked for before the first of them is made.
 *
 * @throws UsageError that names all that is missing
 */
export function prepare(job: PullAllJob, backend: Backend): PreparedSample[] {
  const missing: string[] = [];
  const look = (api: PullableApi) => {
    try {
      connect(api, backend);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      missing.push(error.message);
    }
  };
  apis.forEach(look);
  const simId = job.simId ?? backend.known.simId;
  const tagId = job.tagId ?? backend.known.tagId;
  if (simId === undefined) missing.push("--sim-id is missing: an Onomondo SIM");
  if (tagId === undefined) missing.push("--tag-id is missing: an Onomondo tag");
  if (missing.length > 0 || simId === undefined || tagId === undefined) {
    const lines = [...new Set(missing)].map((text) => `\n  ${text}`).join("");
    throw new UsageError(`pull --all lacks the following; --emulator does without:${lines}`);
  }
  return samples(backend.now, { simId, tagId }).map((sample) => ({
    ...sample,
    connection: connect(sample.api, backend),
  }));
}
