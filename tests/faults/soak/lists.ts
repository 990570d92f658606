import { createOnomondo, type OnomondoOptions } from "@usagewire/onomondo";
import type { PagerOptions } from "@usagewire/pagination";
import { createTwilioSuperSim, createTwilioUsage, type Pager } from "@usagewire/twilio";
import type { Addresses, SoakTask } from "./soak-report.ts";

/** How a list is asked for; the same for all pagers of a pull. */
export interface Manner {
  readonly pageSize: number;
  readonly concurrency: number;
}

/** Opens a pager over a list. */
export type List = (manner: Manner, options: PagerOptions) => Pager<unknown>;

const MAY = { StartTime: "2025-05-16T00:00:00Z", EndTime: "2025-06-15T00:00:00Z" };
const HOURS = { from: "2025-06-11T00:00:00Z", to: "2025-06-14T00:00:00Z", by: "day" } as const;
const MONTHS = { from: "2025-01-01", to: "2025-06-01", by: "month" } as const;
const DAYS = { from: "2025-06-01", to: "2025-06-08", by: "day" } as const;
const DAILY = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Daily.json";
const MONTHLY = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Monthly.json";

/** Lists of every style, whole and cut by time, from clients that all pulls share. */
export function openLists(
  { credentials }: SoakTask,
  at: Addresses,
  options: Omit<OnomondoOptions, "baseUrl">,
): readonly List[] {
  const supersim = createTwilioSuperSim({ ...credentials.twilio, ...options, baseUrl: at.supersim });
  const usage = createTwilioUsage({ ...credentials.twilioToken, ...options, baseUrl: at.usage });
  const onomondo = createOnomondo({ ...credentials.onomondo, ...options, baseUrl: at.onomondo });
  return [
    ({ pageSize: PageSize }, walk) =>
      supersim.paginate("/v1/UsageRecords", {
        params: { query: { Group: "network", Granularity: "day", PageSize, ...MAY } },
        ...walk,
      }),
    ({ pageSize: PageSize, concurrency }, walk) =>
      supersim.paginate("/v1/UsageRecords", {
        params: { query: { Group: "fleet", Granularity: "hour", PageSize } },
        window: HOURS,
        concurrency,
        ...walk,
      }),
    ({ pageSize: PageSize }, walk) =>
      usage.paginate(MONTHLY, { params: { query: { Category: "sms", PageSize } }, ...walk }),
    ({ pageSize: PageSize, concurrency }, walk) =>
      usage.paginate(DAILY, {
        params: { query: { Category: "sms", PageSize } },
        window: MONTHS,
        concurrency,
        ...walk,
      }),
    ({ pageSize: limit }, walk) =>
      onomondo.paginate("/usage", { params: { query: { limit, filter: "time:2025-06" } }, ...walk }),
    ({ pageSize: limit, concurrency }, walk) =>
      onomondo.paginate("/usage", { params: { query: { limit } }, window: DAYS, concurrency, ...walk }),
  ];
}
