import { type Api, type ApiSettings, createApi, type ProviderConventions } from "../http/api.ts";
import { getPage, readPageRequest } from "../paging.ts";
import type { TwilioAccount } from "../twilio/account.ts";
import { pageLinks, twilioPaging } from "../twilio/paging.ts";
import type { SimFleet } from "./fleet.ts";
import { readUsageQuery } from "./query.ts";
import { createFleetActivity, listUsageRecords } from "./records.ts";
import { createGrouping } from "./selection.ts";

/** Operations of the Super SIM API. */
export type SuperSimOperation = "GET /v1/UsageRecords";

const PATH = "/v1/UsageRecords";

export interface SuperSimState {
  readonly seed: string;
  readonly now: number;
  readonly account: Pick<TwilioAccount, "accountSid">;
  readonly fleet: SimFleet;
  /** Base URL of the page links; undefined for the origin that the request was sent to. */
  readonly publicUrl: string | undefined;
}

/**
 * Creates the usage records of `supersim.twilio.com`.
 * Source: https://www.twilio.com/docs/iot/supersim/api/usage-record-resource
 */
export function createSuperSimApi(
  settings: ApiSettings,
  conventions: ProviderConventions,
  { seed, now, account, fleet, publicUrl }: SuperSimState,
): Api {
  const activity = createFleetActivity(seed, now);
  const groupRecords = createGrouping(fleet);
  return createApi(settings, conventions, [
    {
      path: PATH,
      handle: (context) => {
        const { origin, searchParams } = new URL(context.req.url);
        const query = readUsageQuery(searchParams, now);
        const request = readPageRequest(searchParams, twilioPaging, settings.clampPageSize);
        const records = listUsageRecords(account.accountSid, activity, groupRecords(query), query);
        const page = getPage(records, request, settings.emptyPages);
        const links = pageLinks(`${publicUrl ?? origin}${PATH}`, searchParams, request, page);
        return context.json({
          usage_records: page.items,
          meta: {
            first_page_url: links.first,
            key: "usage_records",
            next_page_url: links.next,
            page: page.position.page,
            page_size: request.size,
            previous_page_url: links.previous,
            url: links.self,
          },
        });
      },
    },
  ]);
}
