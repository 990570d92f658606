import type { FaultBoard } from "./faults/fault-board.ts";
import type { LoggedRequest } from "./http/request-log.ts";
import type { SimRegister } from "./onomondo/sims.ts";
import type { SimFleet } from "./supersim/fleet.ts";
import type { TwilioAccount } from "./twilio/twilio-account.ts";
import type { ResourceSuffix } from "./usage/resources.ts";

export type SuperSimOperation = "GET /v1/UsageRecords";
export type UsageOperation = `GET /2010-04-01/Accounts/{AccountSid}/Usage/Records${ResourceSuffix}`;
export type OnomondoOperation = "GET /usage" | "GET /usage/{sim_id}" | "GET /usage/tag-total/{tag_id}";

export interface EmulatedApi<Operation extends string = string> {
  /** Origin, without a trailing slash: the client's `baseUrl`. */
  readonly url: string;
  /** The requests so far, the last 10,000 of them, in the order of arrival. */
  readonly requests: readonly LoggedRequest[];
  /** What goes wrong; nothing until a fault is added. */
  readonly faults: FaultBoard<Operation>;
}

/** With what the filters can name. */
export interface EmulatedSuperSim
  extends EmulatedApi<SuperSimOperation>,
    Pick<SimFleet, "size" | "sim" | "fleets" | "networks"> {}

export interface EmulatedUsage extends EmulatedApi<UsageOperation> {
  /** The categories that have records. */
  readonly categories: readonly string[];
}

/** With what paths and filters can name. The SIM at index 0 is the busy one. */
export interface EmulatedOnomondo
  extends EmulatedApi<OnomondoOperation>,
    Pick<SimRegister, "size" | "sim" | "tagIds"> {}

/** Providers on loopback, until closed. */
export interface Emulator extends AsyncDisposable {
  readonly supersim: EmulatedSuperSim;
  readonly usage: EmulatedUsage;
  readonly onomondo: EmulatedOnomondo;
  /** What opens the APIs, ready to be spread into the options of a client. */
  readonly credentials: {
    readonly twilio: Pick<TwilioAccount, "accountSid" | "authToken">;
    readonly twilioApiKey: Pick<TwilioAccount, "accountSid" | "apiKey" | "apiKeySecret">;
    readonly twilioToken: Pick<TwilioAccount, "accountSid" | "token">;
    readonly onomondo: { readonly apiKey: string };
  };
  /** Frees the ports and ends open connections at once. Can be called again. */
  close(): Promise<void>;
}
