import type { components } from "./generated/usage/schema.ts";

/** Bytes of one SIM's session. `time` is `YYYY-MM-DD HH:mm:ss` without a zone, UTC by all signs. */
export type OnomondoUsageRecord = components["schemas"]["OnomondoUsageRecord"];
