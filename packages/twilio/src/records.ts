import type { components as superSim } from "./generated/supersim/schema.ts";
import type { components as usage } from "./generated/usage/schema.ts";

/** Data usage of Super SIMs in a period, summed over what the request groups by. Units: bytes; money as sent. */
export type SuperSimUsageRecord = superSim["schemas"]["SuperSimUsageRecord"];

/** Usage and price of one category in one period. Categories overlap, so that prices must not be summed across them. */
export type UsageRecord = usage["schemas"]["UsageRecord"];
