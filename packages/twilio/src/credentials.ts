import {
  type BearerToken,
  basic,
  bearer,
  type ClientOptions,
  checkOptionNames,
  environment,
  type Middleware,
} from "@usagewire/client";
import { advice } from "./advice.ts";

/**
 * The credentials of an account: an auth token, an API key, or a bearer token. What is left out is read from the environment
 * variables `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN`, or `TWILIO_API_KEY` and `TWILIO_API_SECRET`.
 */
export type TwilioCredentials = AccountCredentials | TokenCredentials;

/** The SID of an account with its auth token or an API key, sent as HTTP Basic authentication. */
export interface AccountCredentials {
  /** `AC` and 32 hexadecimal digits. Defaults to `TWILIO_ACCOUNT_SID`. */
  readonly accountSid?: string | undefined;
  /** Defaults to `TWILIO_AUTH_TOKEN`, unless `apiKey` or `apiKeySecret` is set. */
  readonly authToken?: string | undefined;
  /** `SK` and 32 hexadecimal digits; requires `apiKeySecret`. Defaults to `TWILIO_API_KEY`. */
  readonly apiKey?: string | undefined;
  /** Defaults to `TWILIO_API_SECRET`. */
  readonly apiKeySecret?: string | undefined;
  readonly token?: undefined;
}

/** A bearer token, such as one of OAuth 2 client credentials. KORE accepts nothing else. */
export interface TokenCredentials {
  /** The token, or a function that fetches one. */
  readonly token: BearerToken;
  /** Fills `AccountSid` in paths. Without it, each call must pass `AccountSid`. */
  readonly accountSid?: string | undefined;
  readonly authToken?: undefined;
  readonly apiKey?: undefined;
  readonly apiKeySecret?: undefined;
}

/** Credentials that include the account. */
export type CredentialsWithAccount =
  | AccountCredentials
  | (TokenCredentials & { readonly accountSid: string });

/** The options of every Twilio client besides its credentials. */
export type TwilioOptions = Omit<ClientOptions, "advice" | "authorize" | "defaults">;

const credentialNames = ["accountSid", "authToken", "apiKey", "apiKeySecret", "token"] as const;

/**
 * Turns the options of a factory into those of `createClient`, and the account.
 *
 * @throws TypeError if a name is unknown, or credentials are missing, empty or contradictory.
 */
export function resolveOptions(
  factory: string,
  given: TwilioCredentials & TwilioOptions,
): { options: ClientOptions; accountSid: string | undefined } {
  checkOptionNames(factory, given, credentialNames, ["advice", "authorize", "defaults"]);
  const { accountSid: _, authToken, apiKey, apiKeySecret, token, ...options } = given;
  const { authorize, accountSid } = resolveCredentials(given);
  return { options: { ...options, authorize, advice }, accountSid };
}

/**
 * Turns credentials into the client options that use them.
 *
 * @throws TypeError if credentials are missing, empty or contradictory.
 */
export function resolveCredentials(given: TwilioCredentials): {
  authorize: Middleware;
  accountSid: string | undefined;
} {
  // An unset variable often becomes an empty string, which would only fail later with a 401.
  const empty = credentialNames.find((name) => given[name] === "");
  if (empty !== undefined) throw invalid(`${empty} is empty`);
  const { token, authToken, apiKey, apiKeySecret } = given;
  if ([token, authToken, apiKey].filter((credential) => credential !== undefined).length > 1) {
    throw invalid("more than one of authToken, apiKey and token is set");
  }
  if (token !== undefined) return { authorize: bearer(token), accountSid: given.accountSid };

  const accountSid = given.accountSid ?? environment("TWILIO_ACCOUNT_SID");
  if (accountSid === undefined) throw invalid("accountSid is missing");
  const accountToken = authToken ?? environment("TWILIO_AUTH_TOKEN");
  if (accountToken !== undefined && apiKey === undefined && apiKeySecret === undefined) {
    return { authorize: basic(accountSid, accountToken), accountSid };
  }
  const key = apiKey ?? environment("TWILIO_API_KEY");
  const secret = apiKeySecret ?? environment("TWILIO_API_SECRET");
  if (key !== undefined && secret !== undefined) return { authorize: basic(key, secret), accountSid };
  if (key !== undefined) throw invalid("apiKeySecret is missing");
  throw invalid(`${secret === undefined ? "authToken" : "apiKey"} is missing`);
}

const invalid = (problem: string): TypeError =>
  new TypeError(
    `Twilio credentials: ${problem}; pass { accountSid, authToken }, { accountSid, apiKey, apiKeySecret } or { token }, ` +
      "or set TWILIO_ACCOUNT_SID and either TWILIO_AUTH_TOKEN or both TWILIO_API_KEY and TWILIO_API_SECRET",
  );
