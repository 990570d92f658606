import type { LeanClientOptions } from "@usagewire/client/lean";

/** What every factory takes beside the credentials. */
export type TwilioOptions = Omit<LeanClientOptions, "authorize" | "defaults" | "styles">;
