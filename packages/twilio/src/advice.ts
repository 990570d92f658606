import type { ClientOptions } from "@usagewire/client";

/** What to do about Twilio's error codes, from its error dictionary and what its callers have seen. */
export const advice: NonNullable<ClientOptions["advice"]> = {
  20003: "check the account SID, and that the auth token, API key or token belongs to it",
  20404: "check ids and dates; dates before an account existed, or in the wrong order, are answered so, too",
  20429: "too many requests at the same time; lower maxConcurrency, for other programs of the account, too",
  20500: "Twilio's own fault; a smaller PageSize has helped where pages were heavy",
  83600: "check the parameters and how they are combined",
  83601: "let StartTime and EndTime be midnights in UTC for Granularity day",
  83602: "let StartTime and EndTime be full hours for Granularity hour",
  83603: "with Group sim, ask for at most 31 days at a time; the option window cuts a longer time",
  83604:
    "ask for at most 18 months with Granularity all, 3 months with day, 31 days with hour; window cuts a longer time",
  83605: "let StartTime be at most 18 months ago; older usage is not kept",
};
