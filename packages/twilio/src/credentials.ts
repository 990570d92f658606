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

const accepted =
  "give { accountSid, authToken }, { accountSid, apiKey, apiKeySecret } or { token }, or set TWILIO_ACCOUNT_SID " +
  "and either TWILIO_AUTH_TOKEN or both TWILIO_API_KEY and TWILIO_API_SECRET";

/** The credentials as `createClient` takes them; `bearer` makes them of a token. */
export function resolveCredentials<Token>(
  given: TwilioCredentials<Token>,
  bearer: (token: Token) => Wire,
): { authorize: Wire; accountSid: string | undefined } {
  const { token, authToken, apiKey, apiKeySecret } = given;
  for (const name of ["accountSid", "authToken", "apiKey", "apiKeySecret", "token"] as const) {
    // What a variable that is not set often becomes; without a word it would be a 401 later.
    if (given[name] === "") throw new TypeError(`Twilio credentials: ${name} is empty; ${accepted}`);
  }
  if ([token, authToken, apiKey].filter((credential) => credential !== undefined).length > 1) {
    throw new TypeError(`Twilio credentials: more than one of authToken, apiKey and token; ${accepted}`);
  }
  if (token !== undefined) return { authorize: bearer(token), accountSid: given.accountSid };

  const accountSid = given.accountSid ?? environment("TWILIO_ACCOUNT_SID");
  if (accountSid === undefined) throw new TypeError(`Twilio credentials: no accountSid; ${accepted}`);
  if (apiKey !== undefined || apiKeySecret !== undefined) {
    return { authorize: keyPair(apiKey, apiKeySecret), accountSid };
  }
  const secret = authToken ?? environment("TWILIO_AUTH_TOKEN");
  return { authorize: secret === undefined ? keyPair() : basic(accountSid, secret), accountSid };
}

function keyPair(key = environment("TWILIO_API_KEY"), secret = environment("TWILIO_API_SECRET")): Wire {
  if (key !== undefined && secret !== undefined) return basic(key, secret);
  const missing =
    key !== undefined
      ? "an API key without its secret"
      : secret !== undefined
        ? "an API secret without its key"
        : "no authToken";
  throw new TypeError(`Twilio credentials: ${missing}; ${accepted}`);
}
