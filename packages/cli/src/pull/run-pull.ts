import type { PullJob } from "../command-line/job.ts";
import { count } from "../count.ts";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import { openSink } from "../output/sink.ts";
import { startProgress } from "../progress.ts";
import { providers } from "./backend.ts";
import { connect } from "./connect.ts";
import { emulated } from "./emulated.ts";
import { pull } from "./pull.ts";
import { tallied } from "./tally.ts";

/** `usagewire pull <api> <operation>`: the records of one operation, to one output. */
export async function runPull(job: PullJob, host: Host): Promise<number> {
  const note = (text: string) => host.stderr.write(`usagewire: ${text}\n`);
  const backend = job.emulator ? await emulated() : providers(host.env, job.baseUrl);
  try {
    const { client } = connect(job.api, backend);
    const sink = await openSink(job, host, note);
    // Without a file, the records that are shown are the progress.
    const progress = startProgress(job.output === undefined ? undefined : host.stderr, 1);
    const { take, tally } = tallied(sink.take, (came) => progress.show(0, job.operation.name, came));
    try {
      const end = await pull(client, job, host.signal, take).finally(progress.stop);
      await sink.finish();
      const { records } = tally();
      if (job.output !== undefined) note(`${count(records, "record")} in ${sink.name}`);
      else if (records === 0 && host.stdout.isTTY === true) note("no records");
      if (end.truncatedAt !== undefined) note(`there are more; they follow with --cursor ${end.truncatedAt}`);
      return EXIT.done;
    } finally {
      await sink.release();
    }
  } finally {
    await backend.close();
  }
}
