import { onomondo } from "../apis/onomondo.ts";
import type { PullableApi } from "../apis/pullable-api.ts";
import type { CallParams } from "../apis/pullable-client.ts";
import { supersim } from "../apis/supersim.ts";
import { twilioUsage } from "../apis/twilio-usage.ts";
import { operationsOf, type PullOperation } from "../operations/pull-operation.ts";

/** A pull that shows an operation at work. */
export interface Sample {
  readonly api: PullableApi;
  readonly operation: PullOperation;
  readonly params: CallParams;
}

const HOUR = 3_600_000;

/**
 * One pull of each operation, bounded in time so that a large account takes no longer than a small one, in pages small
 * enough that there are several.
 */
export function samples(now: Date, ids: { readonly simId: string; readonly tagId: string }): Sample[] {
  const hour = Math.floor(now.getTime() / HOUR) * HOUR;
  const time = (ago: number) => `${new Date(hour - ago * HOUR).toISOString().slice(0, 19)}Z`;
  const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1)).toISOString().slice(0, 7);
  const monthly = { filter: [`time:${lastMonth}`], limit: "100" };
  return [
    sample(supersim, "usage-records", {
      path: {},
      query: { Granularity: "hour", StartTime: time(7 * 24), EndTime: time(0), PageSize: "50" },
    }),
    sample(twilioUsage, "yearly", { path: {}, query: { PageSize: "100" } }),
    sample(onomondo, "usage", { path: {}, query: monthly }),
    sample(onomondo, "sim-usage", { path: { sim_id: ids.simId }, query: monthly }),
    sample(onomondo, "tag-total", { path: { tag_id: ids.tagId }, query: {} }),
  ];
}

function sample(api: PullableApi, name: string, params: CallParams): Sample {
  const operation = operationsOf(api).find((known) => known.name === name);
  if (operation === undefined) throw new Error(`${api.name} has no operation ${name}`);
  return { api, operation, params };
}
