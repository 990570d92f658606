import type { PaginationScheme, WindowScheme } from "@usagewire/pagination";

/** What `@usagewire/codegen` writes to `operations.ts`: everything about an API that is needed at run time. */
export interface ApiDescription {
  readonly baseUrl: string;
  /** The ways to authenticate; any one of them suffices. */
  readonly security: readonly SecurityScheme[];
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
  readonly operationId?: string;
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

export interface ParameterDescription {
  /** JSON Schema types; several where the parameter takes more than one form. */
  readonly type?: string | readonly string[];
  /** JSON Schema format; `date` and `date-time` parameters accept a `Date`. */
  readonly format?: string;
  readonly required?: true;
  /** The values of an enum, or with `open` those known when the spec was written. */
  readonly values?: readonly (string | number | boolean | null)[];
  readonly open?: true;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  /** Serialisation where it differs from OpenAPI's default (query: form, exploded; path: simple). */
  readonly style?: string;
  readonly explode?: boolean;
  /** The wire name when several values are given (`x-array-name`). */
  readonly arrayName?: string;
  /** The client option that fills this path parameter (`x-client-default`). */
  readonly clientDefault?: string;
}
