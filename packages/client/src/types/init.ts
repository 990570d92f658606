import type { OperationDescription, ParameterDescriptions } from "../api-description.ts";
import type { RetryOptions } from "../retry/retry-options.ts";
import type { TimeoutOption } from "../timing/timeout-options.ts";

/** What `new Headers()` takes; its name, `HeadersInit`, is known to the DOM's types and not to Node's. */
export type RequestHeaders = RequestInit["headers"];

/**
 * What a call takes beside its path. It depends on nothing but the operation, so that a misspelt name or a wrong
 * value is a compile error at every level, where openapi-fetch infers it from the argument and lets both through.
 */
export type Init<Operation, Description extends OperationDescription, Given extends string> = Flat<
  ParamsInit<Operation, Description, Given> &
    BodyInit<Operation> & {
      /** How this call is tried again, over the client's own `retry`; `false`: not at all. */
      retry?: RetryOptions | false | undefined;
      /** Milliseconds, over the client's own `timeout`; a number is the timeout of each attempt. */
      timeout?: TimeoutOption | undefined;
      /** Headers of this call; `null` or an absent value never reach the wire. */
      headers?: RequestHeaders;
      /** Aborts the call at any point; it rejects with the signal's reason. */
      signal?: AbortSignal | undefined;
    }
>;

/** The argument list after the path: the init may be left out when nothing in it is required. */
export type InitArgs<I> = object extends I ? [init?: I | undefined] : [init: I];

/** `params`, which may be left out when nothing in it is required. */
export type ParamsInit<Operation, D extends OperationDescription, Given extends string> = keyof Params<
  Operation,
  D,
  Given
> extends never
  ? { params?: undefined }
  : Located<"params", Params<Operation, D, Given>>;

/** The parameters of an operation by place: `query`, `path`, `header`. */
export type Params<Operation, D extends OperationDescription, Given extends string> = Operation extends {
  parameters: { query?: infer Q; path?: infer P; header?: infer H };
}
  ? Flat<
      Located<"query", Accepted<NonNullable<Q>, D["query"]>> &
        Located<"path", WithDefaults<Accepted<NonNullable<P>, D["path"]>, D["path"], Given>> &
        Located<"header", NonNullable<H>>
    >
  : { query?: Record<string, unknown> };

/** A place for parameters: left out where there are none, optional where all of them are. */
type Located<Name extends string, T> = [T] extends [never]
  ? unknown
  : RequiredKeys<T> extends never
    ? { [K in Name]?: T | undefined }
    : { [K in Name]: T };

/** Date parameters take a `Date` beside the string that goes on the wire; optional ones may be `undefined`. */
type Accepted<T, D> = [T] extends [never]
  ? never
  : {
      [K in keyof T]: AcceptedValue<T[K], D extends ParameterDescriptions ? D[K & string] : undefined>;
    };

type AcceptedValue<T, D> =
  | T
  | (undefined extends T ? undefined : never)
  | (D extends { readonly format: "date" | "date-time" } ? Date : never);

/** Path parameters that the client fills from its own options need not be given. */
type WithDefaults<T, D, Given extends string> = [T] extends [never]
  ? never
  : Flat<
      {
        [K in keyof T as Filled<D, K, Given> extends true ? never : K]: T[K];
      } & {
        [K in keyof T as Filled<D, K, Given> extends true ? K : never]?: T[K] | undefined;
      }
    >;

type Filled<D, K, Given extends string> = D extends {
  readonly [N in K & string]: { readonly clientDefault: infer C };
}
  ? C extends Given
    ? true
    : false
  : false;

type BodyInit<Operation> = Operation extends {
  requestBody: { content: infer Content };
}
  ? { body: Content[keyof Content] }
  : Operation extends { requestBody?: infer Body }
    ? NonNullable<Body> extends { content: infer Content }
      ? { body?: Content[keyof Content] | undefined }
      : unknown
    : unknown;

type RequiredKeys<T> = {
  [K in keyof T]-?: object extends Pick<T, K> ? never : K;
}[keyof T];

type Flat<T> = { [K in keyof T]: T[K] };
