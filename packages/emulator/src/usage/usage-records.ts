import { combine, type Listing, listOf } from "../list/listing.ts";
import { formatDecimal } from "../synthetic/decimal.ts";
import { formatDate, formatSeconds } from "../time.ts";
import type { AccountActivity, Days } from "./account-activity.ts";
import type { Category } from "./categories.ts";
import { type Resource, resourceSuffix } from "./resources.ts";
import { linkSubresources } from "./subresources.ts";

/** A record as Twilio documents it; all quantities are decimal text. */
export interface UsageRecord {
  readonly account_sid: string;
  readonly api_version: "2010-04-01";
  readonly as_of: string;
  readonly category: string;
  readonly count: string | null;
  readonly count_unit: string;
  readonly description: string;
  readonly end_date: string;
  readonly price: string;
  readonly price_unit: "usd";
  readonly start_date: string;
  readonly subresource_uris: Readonly<Record<string, string>>;
  readonly uri: string;
  readonly usage: string;
  readonly usage_unit: string;
}

export interface UsageSource {
  readonly accountSid: string;
  readonly now: number;
  readonly activity: AccountActivity;
  /** `/2010-04-01/Accounts/AC…/Usage/Records` */
  readonly base: string;
  readonly resource: Resource;
  readonly includeSubaccounts: boolean;
}

const PRICE_DECIMALS = 5;
const USAGE_DECIMALS = 2;

/** One record per period and category, the newest period first. */
export function listUsageRecords(
  source: UsageSource,
  periods: Listing<Days>,
  categories: readonly Category[],
): Listing<UsageRecord> {
  const { accountSid, base, resource } = source;
  const subresources = linkSubresources(base, categories);
  const asOf = formatSeconds(source.now).replace("Z", "+00:00");
  return combine(periods, listOf(categories), (days, category) => {
    const { name, family } = category;
    const { count, usage, price } = addUp(source, category, days);
    const [start, end] = [formatDate(days.first), formatDate(days.last)];
    const priceText = formatDecimal(price, PRICE_DECIMALS);
    return {
      account_sid: accountSid,
      api_version: "2010-04-01",
      as_of: asOf,
      category: name,
      count: family === null ? null : String(count),
      count_unit: family?.countUnit ?? "",
      description: describe(name),
      end_date: end,
      price: priceText,
      price_unit: "usd",
      start_date: start,
      subresource_uris: subresources.get(name) ?? {},
      uri: `${base}${resourceSuffix(resource)}?Category=${name}&StartDate=${start}&EndDate=${end}`,
      usage: family === null ? priceText : formatDecimal(usage, USAGE_DECIMALS),
      usage_unit: family?.usageUnit ?? "usd",
    };
  });
}

function addUp({ activity, includeSubaccounts }: UsageSource, { leaves }: Category, days: Days) {
  const total = { count: 0, usage: 0, price: 0 };
  for (const { name, family, own, subaccounts } of leaves) {
    const count = activity.sum(name, days) * (includeSubaccounts ? own + subaccounts : own);
    total.count += count;
    total.usage += count * family.usagePerCount;
    total.price += count * family.pricePerCount;
  }
  return total;
}

/** `sms-inbound` is described as "Sms Inbound". */
const describe = (name: string) =>
  name === "totalprice"
    ? "Total Price"
    : name.replaceAll(
        /(^|-)(\w)/g,
        (_, hyphen: string, letter: string) => (hyphen && " ") + letter.toUpperCase(),
      );
