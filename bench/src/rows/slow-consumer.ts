import type { Benchmark } from "../benchmark.ts";
import { alternate } from "../processes/alternate.ts";
import { withServer } from "../server/with-server.ts";
import { SLOW_CONSUMER } from "../sizes.ts";
import { measureRounds } from "./measure-rounds.ts";

const { records, latency, pageSize, pause } = SLOW_CONSUMER;
const handWritten = "hand-written fetch";
const sequential = "usagewire, prefetch 0";
const target = { atMost: 0.55 };

export const slowConsumer: Benchmark = {
  name: "slow-consumer",
  work:
    `${records / pageSize} pages of ${pageSize} Super SIM records, ${latency} ms for each answer ` +
    `and a consumer that takes ${pause} ms for each page`,
  run: ({ rounds }) =>
    withServer({ records, latency }, async ({ origin }) => {
      const task = { origin, pageSize, pause };
      const outcomes = await alternate(
        [
          { subject: handWritten, path: "slow-consumer/hand-written.ts", task },
          { subject: `${handWritten}, again`, path: "slow-consumer/hand-written.ts", task },
          { subject: sequential, path: "slow-consumer/usagewire.ts", task: { ...task, prefetch: 0 } },
          { subject: "usagewire", path: "slow-consumer/usagewire.ts", task },
        ],
        { rounds },
      );
      return [
        measureRounds("wall", outcomes, [
          { subject: `${handWritten}, again`, base: handWritten, noiseFloor: true },
          { subject: "usagewire", base: sequential, target },
          { subject: "usagewire", base: handWritten, target },
        ]),
      ];
    }),
};
