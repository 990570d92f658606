import type { Emulator } from "@usagewire/emulator";
import { createOnomondo, type OnomondoOptions } from "@usagewire/onomondo";
import type { PagerOptions } from "@usagewire/pagination";
import { createTwilioSuperSim, createTwilioUsage, type Pager } from "@usagewire/twilio";

/** Base URLs. */
export interface Addresses {
  readonly supersim: string;
  readonly usage: string;
  readonly onomondo: string;
}

/** Parameters of a list, the same for all pagers of a pull. */
export interface ListParams {
  readonly pageSize: number;
  readonly concurrency: number;
}

/** Creates a pager of a list. */
export type List = (params: ListParams, options: PagerOptions) => Pager<unknown>;

const MAY = { StartTime: "2025-05-16T00:00:00Z", EndTime: "2025-06-15T00:00:00Z" };
const HOURS = { from: "2025-06-11T00:00:00Z", to: "2025-06-14T00:00:00Z", by: "day" } as const;
const MONTHS = { from: "2025-01-01", to: "2025-06-01", by: "month" } as const;
const DAYS = { from: "2025-06-01", to: "2025-06-08", by: "day" } as const;
const DAILY = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Daily.json";
const MONTHLY = "/2010-04-01/Accounts/{AccountSid}/Usage/Records/Monthly.json";

/** Creates lists of every pagination style, with and without windows, whose clients all pulls share. */
export function createLists(
  credentials: Emulator["credentials"],
  addresses: Addresses,
  options: Omit<OnomondoOptions, "baseUrl">,
): readonly List[] {
  const supersim = createTwilioSuperSim({ ...credentials.twilio, ...options, baseUrl: addresses.supersim });
  const usage = createTwilioUsage({ ...credentials.twilioToken, ...options, baseUrl: addresses.usage });
  const onomondo = createOnomondo({ ...credentials.onomondo, ...options, baseUrl: addresses.onomondo });
  return [
    ({ pageSize: PageSize }, pager) =>
      supersim.paginate("/v1/UsageRecords", {
        params: { query: { Group: "network", Granularity: "day", PageSize, ...MAY } },
        ...pager,
      }),
    ({ pageSize: PageSize, concurrency }, pager) =>
      supersim.paginate("/v1/UsageRecords", {
        params: { query: { Group: "fleet", Granularity: "hour", PageSize } },
        window: HOURS,
        concurrency,
        ...pager,
      }),
    ({ pageSize: PageSize }, pager) =>
      usage.paginate(MONTHLY, { params: { query: { Category: "sms", PageSize } }, ...pager }),
    ({ pageSize: PageSize, concurrency }, pager) =>
      usage.paginate(DAILY, {
        params: { query: { Category: "sms", PageSize } },
        window: MONTHS,
        concurrency,
        ...pager,
      }),
    ({ pageSize: limit }, pager) =>
      onomondo.paginate("/usage", { params: { query: { limit, filter: "time:2025-06" } }, ...pager }),
    ({ pageSize: limit, concurrency }, pager) =>
      onomondo.paginate("/usage", { params: { query: { limit } }, window: DAYS, concurrency, ...pager }),
  ];
}
