import { createOnomondo } from "@usagewire/onomondo";
import { type ClientOptions, createTwilioSuperSim, createTwilioUsage } from "@usagewire/twilio";

/** The calls of a test, the same for every API. */
export interface Calls {
  GET(): Promise<{ data?: unknown; error?: unknown; response: Response }>;
  paginate(): AsyncIterable<unknown> & { readonly cursor: string; toArray(): Promise<unknown[]> };
}

/** A kind of credentials, which occur in no other text. */
export interface SecretCase {
  readonly name: string;
  readonly secrets: readonly string[];
  /** Creates a client; `client` is the object itself, to print it. */
  readonly open: (options: ClientOptions) => { readonly client: object; readonly calls: Calls };
}

const accountSid = `AC${"0123456789abcdef".repeat(2)}`;
// With characters that JSON, URLs and base64 encode.
const authToken = 'planted/auth token+"1"=?>~';
const apiKeySecret = "planted&secret\\of-a-key=?>~";
const token = "planted.bearer/token+with~all-kinds==";
const apiKey = "onok_planted.f00ba5/+key==";

const SUPER_SIM = "/v1/UsageRecords";
const RECORDS = "/2010-04-01/Accounts/{AccountSid}/Usage/Records.json";

const superSim = (
  name: string,
  secrets: readonly string[],
  credentials: Parameters<typeof createTwilioSuperSim>[0],
): SecretCase => ({
  name,
  secrets,
  open: (options) => {
    const client = createTwilioSuperSim({ ...options, ...credentials });
    const calls = { GET: () => client.GET(SUPER_SIM), paginate: () => client.paginate(SUPER_SIM) };
    return { client, calls };
  },
});

const onomondo = (authScheme: "auto" | "bearer" | "raw"): SecretCase => ({
  name: `an Onomondo key, ${authScheme}`,
  secrets: [apiKey],
  open: (options) => {
    const client = createOnomondo({ ...options, apiKey, authScheme });
    return { client, calls: { GET: () => client.GET("/usage"), paginate: () => client.paginate("/usage") } };
  },
});

export const secretCases: readonly SecretCase[] = [
  superSim("an auth token", [authToken], { accountSid, authToken }),
  superSim("an API key's secret", [apiKeySecret], {
    accountSid,
    apiKey: `SK${"f".repeat(32)}`,
    apiKeySecret,
  }),
  superSim("a bearer token", [token], { token }),
  superSim("a bearer token from a function", [token], { token: async () => token }),
  {
    name: "an auth token, of the usage API",
    secrets: [authToken],
    open: (options) => {
      const client = createTwilioUsage({ ...options, accountSid, authToken });
      return { client, calls: { GET: () => client.GET(RECORDS), paginate: () => client.paginate(RECORDS) } };
    },
  },
  onomondo("auto"),
  onomondo("bearer"),
  onomondo("raw"),
];

/** The same credentials as environment variables of the command line. */
export const secretEnvironments = [
  {
    api: ["supersim", "usage-records"],
    secrets: [authToken],
    env: { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken },
  },
  {
    api: ["twilio-usage", "records"],
    secrets: [apiKeySecret],
    env: {
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_API_KEY: `SK${"f".repeat(32)}`,
      TWILIO_API_SECRET: apiKeySecret,
    },
  },
  { api: ["onomondo", "usage"], secrets: [apiKey], env: { ONOMONDO_API_KEY: apiKey } },
] as const;
