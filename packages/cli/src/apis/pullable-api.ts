import type { ApiDescription, Fetch } from "@usagewire/client";
import type { Emulator } from "@usagewire/emulator";
import type { Environment } from "../host.ts";
import type { Volume } from "../volume/volume.ts";
import type { PullableClient } from "./pullable-client.ts";

/** What people are told of an operation, as codegen writes it beside the operation table. */
export interface OperationHelp {
  readonly summary?: string;
  readonly path?: Readonly<Record<string, ParameterHelp>>;
  readonly query?: Readonly<Record<string, ParameterHelp>>;
}

/** What people are told of a parameter. */
export interface ParameterHelp {
  readonly text?: string;
  /** JSON Schema types; several where the parameter takes more than one form. */
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly required?: boolean;
  /** The values of an enum, or with `open` those known when the spec was written. */
  readonly values?: readonly (string | number | boolean | null)[];
  readonly open?: boolean;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  /** The client option that fills it. */
  readonly clientDefault?: string;
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
  readonly help: Readonly<Record<string, OperationHelp>>;
  /** The fields of the records in its lists, those that matter most in a narrow table first; nested ones dotted. */
  readonly fields: readonly string[];
  /** What the records of its lists add up to. */
  readonly volume: () => Volume;
  /** A client with the credentials of the environment; throws a `UsageError` when they are missing. */
  readonly connect: (options: ConnectOptions) => PullableClient;
  /** Where an emulator serves it. */
  readonly emulatedAt: (emulator: Emulator) => string;
}
