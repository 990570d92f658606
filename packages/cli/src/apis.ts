import type { ApiDescription, Fetch, Pager } from "@usagewire/client";
import type { Emulator } from "@usagewire/emulator";
import { createOnomondo, onomondoApi, onomondoDescriptions } from "@usagewire/onomondo";
import {
  type AccountCredentials,
  createTwilioSuperSim,
  createTwilioUsage,
  superSimApi,
  superSimDescriptions,
  usageApi,
  usageDescriptions,
} from "@usagewire/twilio";
import { UsageError } from "./errors.ts";
import type { Environment } from "./host.ts";
import { fieldTotal, type Total, totalPrice } from "./totals.ts";

/** An API that the command line can pull from. */
export interface ApiDefinition {
  /** As typed on the command line. */
  readonly name: string;
  readonly title: string;
  readonly description: ApiDescription;
  /** Help texts by operation, such as `GET /usage`. */
  readonly docs: Readonly<Record<string, OperationDocs>>;
  /** Fields of its records, most important first, nested ones with dots. A narrow table shows the first ones. */
  readonly fields: readonly string[];
  readonly createTotal: () => Total;
  /** Creates a client; throws a `UsageError` if credentials are missing. */
  readonly createClient: (options: ConnectOptions) => UntypedClient;
  readonly emulatorUrl: (emulator: Emulator) => string;
}

/** Help texts of an operation, which codegen takes from the spec. */
export interface OperationDocs {
  readonly summary?: string;
  readonly path?: Readonly<Record<string, ParameterDocs>>;
  readonly query?: Readonly<Record<string, ParameterDocs>>;
}

/** Help text and accepted values of a parameter. */
export interface ParameterDocs {
  readonly text?: string;
  /** JSON Schema types; several if the parameter accepts more than one. */
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly required?: boolean;
  /** The values of an enum; if it is `open`, those known when the spec was written. */
  readonly values?: readonly (string | number | boolean | null)[];
  readonly open?: boolean;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  /** The client option that supplies the value if the caller does not. */
  readonly clientDefault?: string;
}

export interface ConnectOptions {
  /** Holds the credentials. */
  readonly env: Environment;
  /** Defaults to the API's own URL. */
  readonly baseUrl: string | undefined;
  readonly fetch: Fetch;
  readonly userAgent: string;
}

/**
 * A generated client without its types, which require each path as a literal. The command line picks the path at run
 * time, from the operation table that the types come from, so each `createClient` below casts its client to this type.
 */
export interface UntypedClient {
  GET(path: string, init: CallInit): Promise<CallResult>;
  paginate(path: string, init: ListInit): Pager<unknown, unknown>;
}

/** Parameters of a call by their names in the spec. */
export interface CallParams {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
}

interface CallInit {
  readonly params: CallParams;
  readonly signal: AbortSignal;
}

interface ListInit extends CallInit {
  readonly limit: number | undefined;
  readonly cursor: string | undefined;
}

type CallResult =
  | { data: unknown; error?: never; response: Response }
  | { data?: never; error: unknown; response: Response };

export const supersim: ApiDefinition = {
  name: "supersim",
  title: "Twilio Super SIM (now KORE): data usage",
  description: superSimApi,
  docs: superSimDescriptions,
  fields: [
    "period.start_time",
    "period.end_time",
    "data_total",
    "data_upload",
    "data_download",
    "data_total_billed",
    "billed_unit",
    "iso_country",
    "sim_sid",
    "fleet_sid",
    "network_sid",
    "account_sid",
  ],
  createTotal: () => fieldTotal("data_total", "bytes"),
  // The cast is explained at UntypedClient.
  createClient: ({ env, ...options }) =>
    createTwilioSuperSim({ ...twilioCredentials(env), ...options }) as UntypedClient,
  emulatorUrl: (emulator) => emulator.supersim.url,
};

export const twilioUsage: ApiDefinition = {
  name: "twilio-usage",
  title: "Twilio: usage and price by category",
  description: usageApi,
  docs: usageDescriptions,
  fields: [
    "start_date",
    "end_date",
    "category",
    "usage",
    "usage_unit",
    "price",
    "price_unit",
    "count",
    "count_unit",
    "description",
    "as_of",
    "account_sid",
    "api_version",
    "uri",
    "subresource_uris",
  ],
  createTotal: totalPrice,
  // The cast is explained at UntypedClient.
  createClient: ({ env, ...options }) =>
    createTwilioUsage({ ...twilioCredentials(env), ...options }) as UntypedClient,
  emulatorUrl: (emulator) => emulator.usage.url,
};

export const onomondo: ApiDefinition = {
  name: "onomondo",
  title: "Onomondo: data usage of SIMs",
  description: onomondoApi,
  docs: onomondoDescriptions,
  fields: [
    "time",
    "bytes",
    "iccid",
    "sim_id",
    "country_code",
    "network_type",
    "network.mcc",
    "network.mnc",
    "session_id",
    "bill_id",
  ],
  createTotal: () => fieldTotal("bytes", "bytes"),
  createClient: ({ env, ...options }) => {
    const apiKey = env.ONOMONDO_API_KEY;
    if (!apiKey) throw new UsageError("Onomondo credentials: ONOMONDO_API_KEY is not set");
    // The cast is explained at UntypedClient.
    return createOnomondo({ apiKey, ...options }) as UntypedClient;
  },
  emulatorUrl: (emulator) => emulator.onomondo.url,
};

/** All APIs, in the order of the help. */
export const apis: readonly ApiDefinition[] = [supersim, twilioUsage, onomondo];

/** Lists the variables that the definitions above read. */
export const environmentHelp = `Environment variables:
  TWILIO_ACCOUNT_SID  Account SID. Required for supersim and twilio-usage, together with
                      TWILIO_AUTH_TOKEN or with TWILIO_API_KEY and TWILIO_API_SECRET.
  TWILIO_AUTH_TOKEN   Auth token of the account.
  TWILIO_API_KEY      SID of an API key.
  TWILIO_API_SECRET   Secret of the API key.
  ONOMONDO_API_KEY    API key. Required for onomondo.
  DEBUG               Any value: print stack traces with errors.
`;

/** An auth token has precedence over an API key, as in `@usagewire/twilio`. */
function twilioCredentials(env: Environment): AccountCredentials {
  const accountSid = env.TWILIO_ACCOUNT_SID;
  const authToken = env.TWILIO_AUTH_TOKEN;
  const apiKey = env.TWILIO_API_KEY;
  const apiKeySecret = env.TWILIO_API_SECRET;
  if (accountSid && authToken) return { accountSid, authToken };
  if (accountSid && apiKey && apiKeySecret) return { accountSid, apiKey, apiKeySecret };

  const missing = !accountSid
    ? "TWILIO_ACCOUNT_SID"
    : apiKey
      ? "TWILIO_API_SECRET"
      : apiKeySecret
        ? "TWILIO_API_KEY"
        : "TWILIO_AUTH_TOKEN";
  throw new UsageError(
    `Twilio credentials: ${missing} is not set; set TWILIO_ACCOUNT_SID and either TWILIO_AUTH_TOKEN or both ` +
      "TWILIO_API_KEY and TWILIO_API_SECRET",
  );
}
