import { type BearerToken, basic, environment, type Wire } from "@usagewire/client";

/**
 * One of three: account SID and auth token, account SID and API key, or a bearer token (OAuth2 client credentials;
 * KORE takes nothing else). What is left out comes from `TWILIO_ACCOUNT_SID` and either `TWILIO_AUTH_TOKEN` or
 * `TWILIO_API_KEY` with `TWILIO_API_SECRET`.
 */
export type TwilioCredentials<Token = BearerToken> = AccountCredentials | TokenCredentials<Token>;

export interface AccountCredentials {
  /** `AC` and 32 hexadecimal digits. */
  readonly accountSid?: string | undefined;
  readonly authToken?: string | undefined;
  /** `SK` and 32 hexadecimal digits; needs `apiKeySecret`. */
  readonly apiKey?: string | undefined;
  readonly apiKeySecret?: string | undefined;
  readonly token?: undefined;
}

export interface TokenCredentials<Token = BearerToken> {
  readonly token: Token;
  /** Fills `AccountSid` in paths; without it each call names its own. */
  readonly accountSid?: string | undefined;
  readonly authToken?: undefined;
  readonly apiKey?: undefined;
  readonly apiKeySecret?: undefined;
}

/** Credentials that name the account. */
export type WithAccount<Token = BearerToken> =
  | AccountCredentials
  | (TokenCredentials<Token> & { readonly accountSid: string });

/** The credentials as `createClient` takes them; `bearer` makes them of a token. */
export function resolveCredentials<Token>(
  given: TwilioCredentials<Token>,
  bearer: (token: Token) => Wire,
): { authorize: Wire; accountSid: string | undefined } {
  // What a variable that is not set often becomes; without a word it would be a 401 later.
  const empty = (["accountSid", "authToken", "apiKey", "apiKeySecret", "token"] as const).find(
    (name) => given[name] === "",
  );
  if (empty !== undefined) throw refusal(`${empty} is empty`);
  const { token, authToken, apiKey, apiKeySecret } = given;
  if ([token, authToken, apiKey].filter((credential) => credential !== undefined).length > 1) {
    throw refusal("more than one of authToken, apiKey and token");
  }
  if (token !== undefined) return { authorize: bearer(token), accountSid: given.accountSid };

  const accountSid = given.accountSid ?? environment("TWILIO_ACCOUNT_SID");
  if (accountSid === undefined) throw refusal("no accountSid");
  const ofAccount = authToken ?? environment("TWILIO_AUTH_TOKEN");
  if (ofAccount !== undefined && apiKey === undefined && apiKeySecret === undefined) {
    return { authorize: basic(accountSid, ofAccount), accountSid };
  }
  const key = apiKey ?? environment("TWILIO_API_KEY");
  const secret = apiKeySecret ?? environment("TWILIO_API_SECRET");
  if (key !== undefined && secret !== undefined) return { authorize: basic(key, secret), accountSid };
  if (key !== undefined) throw refusal("an API key without its secret");
  throw refusal(secret === undefined ? "no authToken" : "an API secret without its key");
}

const refusal = (problem: string): TypeError =>
  new TypeError(
    `Twilio credentials: ${problem}; give { accountSid, authToken }, { accountSid, apiKey, apiKeySecret } or { token }, ` +
      "or set TWILIO_ACCOUNT_SID and either TWILIO_AUTH_TOKEN or both TWILIO_API_KEY and TWILIO_API_SECRET",
  );
