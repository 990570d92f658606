import type { PaginationScheme, WindowScheme } from "@usagewire/pagination";

/** What a client needs to know about an API at run time. `@usagewire/codegen` writes it to `operations.ts`. */
export interface ApiDescription {
  /** The first server of the spec. */
  readonly baseUrl: string;
  /** Accepted security schemes; any one is enough. Informational. */
  readonly security?: readonly SecurityScheme[];
  readonly operations: Operations;
  /** What parses the bodies of operations with `exact`. Absent if there is none, so that bundles do not contain it. */
  readonly parseExact?: (text: string, pointers: readonly string[]) => unknown;
}

/** Operations by method and path template, such as `"GET /v1/UsageRecords"`. */
export interface Operations {
  readonly [operation: `${string} ${string}`]: OperationDescription;
}

/** A security scheme as in OpenAPI. */
export type SecurityScheme =
  | { readonly type: "http"; readonly scheme: string }
  | { readonly type: "apiKey"; readonly in: string; readonly name: string }
  | { readonly type: string };

/** What a client needs to know about an operation. */
export interface OperationDescription {
  /** How the list is paged; `none` for a list without pages, absent if it is not a list (`x-pagination`). */
  readonly pagination?: PaginationScheme | { readonly style: "none" };
  /** How the list is cut by time (`x-window`). */
  readonly window?: WindowScheme;
  /** Whether the operation may be sent twice (`x-idempotent`). Defaults to what HTTP says about the method. */
  readonly idempotent?: boolean;
  /** The names of all query and header parameters; others are refused. Nothing is refused if it is absent. */
  readonly parameters?: { readonly query?: readonly string[]; readonly header?: readonly string[] };
  /** Numbers of the body of a 2xx response that are delivered as text: JSON Pointers, `*` for every element or member. */
  readonly exact?: readonly string[];
  readonly path?: ParameterDescriptions;
  readonly query?: ParameterDescriptions;
}

/** Parameters by name. */
export interface ParameterDescriptions {
  readonly [name: string]: ParameterDescription;
}

/** What a client needs to know about a parameter. Parameters that are sent unchanged need no description. */
export interface ParameterDescription {
  /** The format of JSON Schema. `date` and `date-time` parameters accept a `Date`. */
  readonly format?: string;
  /** The provider's default, if the length of windows depends on it. */
  readonly default?: unknown;
  /** The serialization, if it differs from OpenAPI's default (query: `form` and `explode`; path: `simple`). */
  readonly style?: string;
  readonly explode?: boolean;
  /** The name that is sent with several values (`x-array-name`). */
  readonly arrayName?: string;
  /** The client option that fills this path parameter (`x-client-default`). */
  readonly clientDefault?: string;
}
