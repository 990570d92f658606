import type { PaginationScheme, WindowScheme } from "@usagewire/pagination";

/** What `@usagewire/codegen` writes to `operations.ts`: what a client needs of an API at run time. */
export interface ApiDescription {
  readonly baseUrl: string;
  /** The ways to authenticate, for who asks; any one of them suffices. */
  readonly security?: readonly SecurityScheme[];
  readonly operations: Operations;
}

/** Keyed by method and path template, `"GET /v1/UsageRecords"`. */
export interface Operations {
  readonly [operation: `${string} ${string}`]: OperationDescription;
}

/** A security scheme in OpenAPI's own words. */
export type SecurityScheme =
  | { readonly type: "http"; readonly scheme: string }
  | { readonly type: "apiKey"; readonly in: string; readonly name: string }
  | { readonly type: string };

export interface OperationDescription {
  /** How the list is paged; `none`: a list that comes whole; absent: not a list. */
  readonly pagination?: PaginationScheme | { readonly style: "none" };
  /** How the list can be cut by time. */
  readonly window?: WindowScheme;
  /** Whether the operation may be sent twice (`x-idempotent`); absent: as HTTP has it for the method. */
  readonly idempotent?: boolean;
  readonly path?: ParameterDescriptions;
  readonly query?: ParameterDescriptions;
}

export interface ParameterDescriptions {
  readonly [name: string]: ParameterDescription;
}

/** What a client reads of a parameter; one that it sends as it is need not be described. */
export interface ParameterDescription {
  /** JSON Schema format; `date` and `date-time` parameters accept a `Date`. */
  readonly format?: string;
  /** What holds when it is left out, where the length of windows depends on it. */
  readonly default?: unknown;
  /** Serialisation where it differs from OpenAPI's default (query: form, exploded; path: simple). */
  readonly style?: string;
  readonly explode?: boolean;
  /** The wire name when several values are given (`x-array-name`). */
  readonly arrayName?: string;
  /** The client option that fills this path parameter (`x-client-default`). */
  readonly clientDefault?: string;
}
