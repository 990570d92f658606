import type { ClientOptions } from "@usagewire/client";

/** What to do about Twilio's error codes, from https://www.twilio.com/docs/api/errors and what its users report. */
export const advice: NonNullable<ClientOptions["advice"]> = {
  20003: "check the account SID, and that the auth token, API key or token belongs to it",
  20404:
    "check ids and dates; Twilio also responds so to dates before the account existed or in the wrong order",
  20429: "too many concurrent requests; lower maxConcurrency, also in other programs of the account",
  20500: "an error at Twilio; a smaller PageSize has helped with large pages",
  83600: "check the parameters and their combination",
  83601: "with Granularity day, StartTime and EndTime must be midnight in UTC",
  83602: "with Granularity hour, StartTime and EndTime must be full hours",
  83603: "with Group sim, a request may cover at most 31 days; use the option window for longer ranges",
  83604:
    "a request may cover at most 18 months with Granularity all, 3 months with day, 31 days with hour; use the option window for longer ranges",
  83605: "StartTime must be within the last 18 months; older usage is not kept",
};
