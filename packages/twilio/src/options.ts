import type { ClientOptions } from "@usagewire/client";

/** What every factory takes beside the credentials. */
export type TwilioOptions = Omit<ClientOptions, "advice" | "authorize" | "defaults">;
