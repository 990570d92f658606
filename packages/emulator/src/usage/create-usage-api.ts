import {
  type Api,
  type ApiSettings,
  createApi,
  type Operation,
  type ProviderManners,
} from "../http/create-api.ts";
import { cutPage } from "../list/cut-page.ts";
import { pageLinks } from "../twilio/page-links.ts";
import { readPageRequest } from "../twilio/page-request.ts";
import type { TwilioAccount } from "../twilio/twilio-account.ts";
import { twilioNotFound } from "../twilio/twilio-error.ts";
import { createAccountActivity } from "./account-activity.ts";
import type { Category } from "./categories.ts";
import { listPeriods, RESOURCES, resourceSuffix } from "./resources.ts";
import { readUsageQuery } from "./usage-query.ts";
import { listUsageRecords } from "./usage-records.ts";

export interface UsageParts {
  readonly seed: string;
  /** Milliseconds. */
  readonly now: number;
  readonly account: Pick<TwilioAccount, "accountSid">;
  /** Milliseconds. */
  readonly accountCreated: number;
  readonly categories: readonly Category[];
}

/** `api.twilio.com`, as far as it is about usage. */
export function createUsageApi(settings: ApiSettings, manners: ProviderManners, parts: UsageParts): Api {
  const { now, categories } = parts;
  const { accountSid } = parts.account;
  const { emptyPages, clampPageSize } = settings;
  const activity = createAccountActivity(parts.seed, parts.accountCreated, now);
  const base = `/2010-04-01/Accounts/${accountSid}/Usage/Records`;

  const operations = RESOURCES.map(
    (resource): Operation => ({
      path: `/2010-04-01/Accounts/{AccountSid}/Usage/Records${resourceSuffix(resource)}`,
      answer: (context) => {
        const path = context.req.path;
        if (context.req.param("AccountSid") !== accountSid) throw twilioNotFound(path);
        const { searchParams } = new URL(context.req.url);
        const { category, days, includeSubaccounts } = readUsageQuery(searchParams, activity.days, path);
        const request = readPageRequest(searchParams, clampPageSize);
        const records = listUsageRecords(
          { accountSid, now, activity, base, resource, includeSubaccounts },
          listPeriods(resource, days, activity.days.last),
          categories.filter(({ name }) => category === null || name === category),
        );
        const page = cutPage(records, { ...request, emptyPages });
        // Relative to the host alone, as Twilio's are, although they are described as URIs.
        const links = pageLinks(path, searchParams, request, page);
        const start = page.position.offset;
        return context.json({
          end: start + Math.max(0, page.items.length - 1),
          first_page_uri: links.first,
          next_page_uri: links.next,
          page: page.position.page,
          page_size: request.size,
          previous_page_uri: links.previous,
          start,
          uri: links.self,
          usage_records: page.items,
        });
      },
    }),
  );
  return createApi(settings, manners, operations);
}
