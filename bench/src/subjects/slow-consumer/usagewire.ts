import { setTimeout as sleep } from "node:timers/promises";
import { paginate } from "../paginate.ts";
import type { SlowTask, Subject } from "../subject.ts";

/** Left out: the pager's default. */
export interface PrefetchTask extends SlowTask {
  readonly prefetch?: 0 | 1;
}

export const run: Subject<PrefetchTask> = async ({ prefetch, pause, ...list }, add) => {
  const pager = paginate(list, prefetch === undefined ? {} : { prefetch });
  for await (const { items } of pager.pages()) {
    for (const record of items) add(record.data_total ?? 0);
    await sleep(pause);
  }
};
