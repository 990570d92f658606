import { type Api, type ApiSettings, createApi, type ProviderManners } from "../http/create-api.ts";
import { cutPage } from "../list/cut-page.ts";
import { pageLinks } from "../twilio/page-links.ts";
import { readPageRequest } from "../twilio/page-request.ts";
import type { TwilioAccount } from "../twilio/twilio-account.ts";
import type { SimFleet } from "./fleet.ts";
import { createFleetActivity } from "./fleet-activity.ts";
import { createGroupWeights } from "./group-weights.ts";
import { matchSims } from "./match-sims.ts";
import { listMembers } from "./members.ts";
import { readUsageQuery } from "./usage-query.ts";
import { listUsageRecords } from "./usage-records.ts";

export interface SuperSimParts {
  readonly seed: string;
  /** Milliseconds. */
  readonly now: number;
  readonly account: Pick<TwilioAccount, "accountSid">;
  readonly fleet: SimFleet;
  /** What links begin with; absent: the origin that the client addressed. */
  readonly publicUrl: string | undefined;
}

/** `supersim.twilio.com` */
export function createSuperSimApi(
  settings: ApiSettings,
  manners: ProviderManners,
  parts: SuperSimParts,
): Api {
  const { seed, now, fleet, publicUrl } = parts;
  const { accountSid } = parts.account;
  const { emptyPages, clampPageSize } = settings;
  const activity = createFleetActivity(seed, now);
  const groupWeights = createGroupWeights(fleet);
  const path = "/v1/UsageRecords";
  return createApi(settings, manners, [
    {
      path,
      answer: (context) => {
        const { origin, searchParams } = new URL(context.req.url);
        const query = readUsageQuery(searchParams, now);
        const request = readPageRequest(searchParams, clampPageSize);
        const members = listMembers(fleet, groupWeights, matchSims(fleet, query), query.group);
        const records = listUsageRecords({ accountSid, activity }, members, query);
        const page = cutPage(records, { ...request, emptyPages });
        const links = pageLinks(`${publicUrl ?? origin}${path}`, searchParams, request, page);
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
