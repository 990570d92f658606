import type { ApiDescription, Fetch } from "@usagewire/client";
import type { Emulator } from "@usagewire/emulator";
import type { Environment } from "../host.ts";
import type { Volume } from "../volume/volume.ts";
import type { PullableClient } from "./pullable-client.ts";

/** The texts of an operation, as codegen writes them beside the operation table. */
export interface OperationTexts {
  readonly summary?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface ConnectOptions {
  /** Where the credentials are read from. */
  readonly env: Environment;
  /** Default: the API's own. */
  readonly baseUrl: string | undefined;
  readonly fetch: Fetch;
  readonly userAgent: string;
}

/** An API on the command line. */
export interface PullableApi {
  /** What the user types. */
  readonly name: string;
  readonly title: string;
  readonly description: ApiDescription;
  /** By operation key, `"GET /usage"`. */
  readonly texts: Readonly<Record<string, OperationTexts>>;
  /** The fields of the records in its lists, those that matter most in a narrow table first; nested ones dotted. */
  readonly fields: readonly string[];
  /** What the records of its lists add up to. */
  readonly volume: () => Volume;
  /** A client with the credentials of the environment; throws a `UsageError` when they are missing. */
  readonly connect: (options: ConnectOptions) => PullableClient;
  /** Where an emulator serves it. */
  readonly emulatedAt: (emulator: Emulator) => string;
}
