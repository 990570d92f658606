import { combine, fromArray, type LazyList } from "../lazy-list.ts";
import { type Activity, createActivity } from "../synthetic/activity.ts";
import { formatDecimal } from "../synthetic/decimal.ts";
import { hashNumber, hashText } from "../synthetic/hash.ts";
import { DAY, floorTo, formatDate, formatSeconds } from "../time.ts";
import { type Category, TOTAL_PRICE } from "./categories.ts";
import { type DayRange, type Resource, resourceSuffix, subresourceUris } from "./resources.ts";

/** A usage record, as Twilio documents it. All quantities are decimal text. */
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
  readonly basePath: string;
  readonly resource: Resource;
  readonly includeSubaccounts: boolean;
}

const PRICE_DECIMALS = 5;
const USAGE_DECIMALS = 2;

/** Lists one record for each period and category, in the order of the periods. */
export function listUsageRecords(
  source: UsageSource,
  periods: LazyList<DayRange>,
  categories: readonly Category[],
): LazyList<UsageRecord> {
  const { accountSid, basePath, resource } = source;
  const subresources = subresourceUris(
    basePath,
    categories.map(({ name }) => name),
  );
  const asOf = formatSeconds(source.now).replace("Z", "+00:00");
  return combine(periods, fromArray(categories), (days, category) => {
    const { name, family } = category;
    const { count, usage, price } = sumUsage(source, category, days);
    const [start, end] = [formatDate(days.first), formatDate(days.last)];
    const priceText = formatDecimal(price, PRICE_DECIMALS);
    return {
      account_sid: accountSid,
      api_version: "2010-04-01",
      as_of: asOf,
      category: name,
      count: family === null ? null : String(count),
      count_unit: family?.countUnit ?? "",
      description: describeCategory(name),
      end_date: end,
      price: priceText,
      price_unit: "usd",
      start_date: start,
      subresource_uris: subresources.get(name) ?? {},
      uri: `${basePath}${resourceSuffix(resource)}?Category=${name}&StartDate=${start}&EndDate=${end}`,
      usage: family === null ? priceText : formatDecimal(usage, USAGE_DECIMALS),
      usage_unit: family?.usageUnit ?? "usd",
    };
  });
}

function sumUsage({ activity, includeSubaccounts }: UsageSource, { leaves }: Category, days: DayRange) {
  const total = { count: 0, usage: 0, price: 0 };
  for (const { name, family, own, subaccounts } of leaves) {
    const count = activity.sum(name, days) * (includeSubaccounts ? own + subaccounts : own);
    total.count += count;
    total.usage += count * family.usagePerCount;
    total.price += count * family.pricePerCount;
  }
  return total;
}

/** Returns "Sms Inbound" for `sms-inbound`. */
const describeCategory = (name: string) =>
  name === TOTAL_PRICE
    ? "Total Price"
    : name.replaceAll(
        /(^|-)(\w)/g,
        (_, hyphen: string, letter: string) => (hyphen && " ") + letter.toUpperCase(),
      );

/** The activity of each category, by the day. */
export interface AccountActivity {
  /** The days from the account's first to today. */
  readonly days: DayRange;
  /** Returns the units of a category in a range of days. */
  sum(category: string, days: DayRange): number;
}

/** Number of activities; each category follows one of them. */
const ACTIVITIES = 4;

/**
 * Days are numbered from a fixed day, so that the usage of a day depends neither on the clock nor on the account's age. Any
 * day would do; with this one, data are those of earlier recordings.
 */
const FIRST_DAY = Date.UTC(2019, 2, 11);

export function createAccountActivity(seed: string, created: number, now: number): AccountActivity {
  const days = { first: floorTo(DAY, created), last: floorTo(DAY, now) };
  const dayCount = (days.last - days.first) / DAY + 1;
  const firstDay = (days.first - FIRST_DAY) / DAY;
  const activities: Activity[] = Array.from({ length: ACTIVITIES }, (_, index) => {
    const noiseSeed = hashText(`${seed}/usage/activity/${index}`);
    return createActivity(dayCount, (day) => {
      const weekday = new Date(days.first + day * DAY).getUTCDay();
      const isWeekend = weekday === 0 || weekday === 6;
      return hashNumber(noiseSeed, firstDay + day) % (isWeekend ? 15 : 60);
    });
  });
  return {
    days,
    sum: (category, { first, last }) => {
      const dayIndex = (day: number) => (day - days.first) / DAY;
      const activity = activities[hashText(category) % ACTIVITIES];
      return activity?.sum(dayIndex(first), dayIndex(last) + 1) ?? 0;
    },
  };
}
