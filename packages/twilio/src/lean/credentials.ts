import type * as full from "../credentials.ts";

/** The credentials of a lean client: with a token, but without functions that fetch one. */
export type TwilioCredentials = full.TwilioCredentials<string>;

export type TokenCredentials = full.TokenCredentials<string>;
