import {
  type Api,
  type ApiSettings,
  createApi,
  type Operation,
  type ProviderConventions,
} from "../http/api.ts";
import { getPage, readPageRequest } from "../paging.ts";
import type { TwilioAccount } from "../twilio/account.ts";
import { twilioNotFound } from "../twilio/errors.ts";
import { pageLinks, twilioPaging } from "../twilio/paging.ts";
import type { Category } from "./categories.ts";
import { readUsageQuery } from "./query.ts";
import { createAccountActivity, listUsageRecords } from "./records.ts";
import { listPeriods, RESOURCES, type ResourceSuffix, resourceSuffix } from "./resources.ts";

/** Operations of the Twilio usage records API. */
export type UsageOperation = `GET /2010-04-01/Accounts/{AccountSid}/Usage/Records${ResourceSuffix}`;

export interface UsageState {
  readonly seed: string;
  readonly now: number;
  readonly account: Pick<TwilioAccount, "accountSid">;
  readonly accountCreated: number;
  readonly categories: readonly Category[];
}

/**
 * Creates the usage records of `api.twilio.com`.
 * Source: https://www.twilio.com/docs/usage/api/usage-record
 */
export function createUsageApi(
  settings: ApiSettings,
  conventions: ProviderConventions,
  { seed, now, account: { accountSid }, accountCreated, categories }: UsageState,
): Api {
  const activity = createAccountActivity(seed, accountCreated, now);
  const basePath = `/2010-04-01/Accounts/${accountSid}/Usage/Records`;

  const operations = RESOURCES.map(
    (resource): Operation => ({
      path: `/2010-04-01/Accounts/{AccountSid}/Usage/Records${resourceSuffix(resource)}`,
      handle: (context) => {
        const path = context.req.path;
        if (context.req.param("AccountSid") !== accountSid) throw twilioNotFound(path);
        const { searchParams } = new URL(context.req.url);
        const { category, days, includeSubaccounts } = readUsageQuery(searchParams, activity.days, path);
        const request = readPageRequest(searchParams, twilioPaging, settings.clampPageSize);
        const records = listUsageRecords(
          { accountSid, now, activity, basePath, resource, includeSubaccounts },
          listPeriods(resource, days, activity.days.last),
          categories.filter(({ name }) => category === null || name === category),
        );
        const page = getPage(records, request, settings.emptyPages);
        // Twilio documents these links as URIs, but sends paths (specs/SOURCES.md).
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
  return createApi(settings, conventions, operations);
}
