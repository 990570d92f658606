import type { PagerOptions, WindowRange } from "@usagewire/pagination";
import type { ConcurrencyOption, PredictableScheme, WindowOption } from "@usagewire/pagination/internal";
import type { ApiDescription, OperationDescription, ParameterDescriptions } from "./api-description.ts";
import type { UnreadableErrorBody } from "./errors.ts";
import type { RetryOptions } from "./middleware/retry.ts";
import type { TimeoutOption } from "./middleware/timeouts.ts";

// Throughout: `Paths` is the type that openapi-typescript generates, `Api` the type of the operation table, `Operation` the
// generated type of one operation, `Description` its entry in the table, and `Defaults` the names of the client options that
// fill path parameters.

// Finding operations.

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** The type of the operation table that a generated `paths` refers to; `ApiDescription` for other types. */
export type ApiOf<Paths> = "x-api" extends keyof Paths
  ? NonNullable<Paths["x-api"]> extends infer Api extends ApiDescription
    ? Api
    : ApiDescription
  : ApiDescription;

/** The paths that have an operation with this method. */
export type PathWith<Paths, M extends Method> = {
  [P in keyof Paths]: Paths[P] extends { readonly [K in M]: infer Operation }
    ? [Operation] extends [undefined]
      ? never
      : P
    : never;
}[keyof Paths] &
  string;

/** The paths that `paginate` accepts: those with a paged list. */
export type PagedPath<Paths, Api extends ApiDescription> = {
  [P in PathWith<Paths, "get">]: DescriptionOf<Api, "get", P> extends {
    readonly pagination: { readonly items: string };
  }
    ? P
    : never;
}[PathWith<Paths, "get">];

/** The paths that `windows` accepts: those with a list that can be cut by time. */
export type WindowedPath<Paths, Api extends ApiDescription> = {
  [P in PagedPath<Paths, Api>]: DescriptionOf<Api, "get", P> extends { readonly window: object } ? P : never;
}[PagedPath<Paths, Api>];

/** The generated type of one operation. */
export type OperationOf<Paths, M extends Method, P extends keyof Paths> = Paths[P] extends {
  readonly [K in M]: infer O;
}
  ? O
  : never;

/** The entry of one operation in the table. */
export type DescriptionOf<
  Api extends ApiDescription,
  M extends Method,
  P extends string,
> = Api["operations"] extends {
  readonly [K in `${Uppercase<M>} ${P}`]: infer D extends OperationDescription;
}
  ? D
  : OperationDescription;

// Arguments.

/** What `new Headers()` accepts. TypeScript's own name for it, `HeadersInit`, is in the DOM library only. */
export type RequestHeaders = RequestInit["headers"];

/** The argument list after the path: the options may be left out if none is required. */
export type InitArgs<I> = object extends I ? [init?: I | undefined] : [init: I];

/**
 * The options of a call. They depend on the operation only, not on the argument as in openapi-fetch, so that a misspelled
 * name or a wrong value is a compile error at every level.
 */
export type Init<Operation, Description extends OperationDescription, Defaults extends string> = Flat<
  ParamsInit<Operation, Description, Defaults> &
    RequestBodyInit<Operation> & {
      /** How this call is retried; `false` for not at all. Defaults to the client's `retry`. */
      retry?: RetryOptions | false | undefined;
      /** Milliseconds for each attempt, or `{ attempt, total }`. Defaults to the client's `timeout`. */
      timeout?: TimeoutOption | undefined;
      /** Headers of this call. `null` and `undefined` values are not sent. */
      headers?: RequestHeaders;
      /** Cancels the call at any point; it rejects with the signal's reason. */
      signal?: AbortSignal | undefined;
    }
>;

/** The options of `paginate`: those of a call, which apply to every page, and those of the pager that the list supports. */
export type PaginateInit<Operation, Description extends OperationDescription, Defaults extends string> = Init<
  Operation,
  Description,
  Defaults
> &
  PagerOptions &
  ConcurrencyAndWindow<Description>;

/** The later pages of some lists can be predicted, those of other lists only if the list is cut into windows. */
export type ConcurrencyAndWindow<Description> = Description extends {
  readonly pagination: { readonly style: PredictableScheme["style"] };
}
  ? ConcurrencyOption & (Description extends Windowed ? WindowOption : unknown)
  : Description extends Windowed
    ? (WindowOption & Sequential) | ({ readonly window: WindowRange } & ConcurrencyOption)
    : Sequential;

/** An operation whose list can be cut by time. */
export type Windowed = { readonly window: object };

/** The default is allowed everywhere, so that code for any list can pass it. */
export interface Sequential {
  readonly concurrency?: 1 | undefined;
}

/** The options of `windows`. */
export type WindowsInit<
  Operation,
  Description extends OperationDescription,
  Defaults extends string,
> = ParamsInit<Operation, Description, Defaults> & {
  /** The range of time to cut. Its `by` defaults to the longest windows that the provider allows. */
  window: WindowRange;
};

/** One window of a list, as plain JSON: `paginate(path, { params })` walks it, on this machine or another. */
export interface ListWindow<P, Params> {
  readonly path: P;
  readonly params: Params;
}

/** `params`, which may be left out if no parameter is required. */
export type ParamsInit<Operation, D extends OperationDescription, Defaults extends string> = Located<
  "params",
  Params<Operation, D, Defaults>
>;

/** The parameters of an operation in `query`, `path` and `header`. */
export type Params<Operation, D extends OperationDescription, Defaults extends string> = Operation extends {
  parameters: { query?: infer Q; path?: infer P; header?: infer H };
}
  ? Flat<
      Located<"query", Accepted<NonNullable<Q>, D["query"]>> &
        Located<"path", WithDefaults<Accepted<NonNullable<P>, D["path"]>, D["path"], Defaults>> &
        Located<"header", NonNullable<H>> &
        ExtraQuery
    >
  : { query?: Record<string, unknown> } & ExtraQuery;

/** Query parameters that the spec does not know. */
export interface ExtraQuery {
  /** Query parameters that the spec does not describe (yet), by name. In `paginate` they are part of the list's query. */
  extraQuery?: Readonly<Record<string, unknown>> | undefined;
}

/** A member with parameters: absent if there are none, optional if all of them are. */
export type Located<Name extends string, T> = [T] extends [never]
  ? unknown
  : RequiredKeys<T> extends never
    ? { [K in Name]?: T | undefined }
    : { [K in Name]: T };

/** Date parameters accept a `Date` as well as text; optional ones accept `undefined`. */
export type Accepted<T, D> = [T] extends [never]
  ? never
  : {
      [K in keyof T]: AcceptedValue<T[K], D extends ParameterDescriptions ? D[K & string] : undefined>;
    };

/** What a parameter accepts, by its format in the table. */
export type AcceptedValue<T, D> =
  | T
  | (undefined extends T ? undefined : never)
  | (D extends { readonly format: "date" | "date-time" } ? Date : never);

/** Makes the path parameters optional that the client fills from its options. */
export type WithDefaults<T, D, Defaults extends string> = [T] extends [never]
  ? never
  : Flat<
      {
        [K in keyof T as HasDefault<D, K, Defaults> extends true ? never : K]: T[K];
      } & {
        [K in keyof T as HasDefault<D, K, Defaults> extends true ? K : never]?: T[K] | undefined;
      }
    >;

/** Whether a client option fills a path parameter. */
export type HasDefault<D, K, Defaults extends string> = D extends {
  readonly [N in K & string]: { readonly clientDefault: infer C };
}
  ? C extends Defaults
    ? true
    : false
  : false;

/** `body`, if the operation has one. */
export type RequestBodyInit<Operation> = Operation extends {
  requestBody: { content: infer Content };
}
  ? { body: Content[keyof Content] }
  : Operation extends { requestBody?: infer Body }
    ? NonNullable<Body> extends { content: infer Content }
      ? { body?: Content[keyof Content] | undefined }
      : unknown
    : unknown;

// Results.

/** The result of a call: `data` for a 2xx response; `error`, always truthy, for any other. */
export type Result<Operation> =
  | { data: SuccessBody<Operation>; error?: never; response: Response }
  | {
      data?: never;
      error: FailureBody<Operation> | UnreadableErrorBody;
      response: Response;
    };

/** The documented bodies of 2xx responses; `undefined` for a response without a body. */
export type SuccessBody<Operation> = Operation extends { responses: infer R }
  ? keyof R & SuccessStatus extends never
    ? BodyOf<R[keyof R & "default"]>
    : BodyOf<R[keyof R & SuccessStatus]>
  : never;

/** The documented bodies of all other responses. */
export type FailureBody<Operation> = Operation extends { responses: infer R }
  ? BodyOf<R[Exclude<keyof R, SuccessStatus>]>
  : never;

/** The documented bodies of a response; `undefined` for one without a body. */
export type BodyOf<Response> = Response extends { content: infer Content }
  ? Content[keyof Content]
  : undefined;

/** The 2xx statuses. openapi-typescript generates them as numbers, which a template type would not match. */
export type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226 | "2XX" | "2xx";

/** The type of the records of a list. */
export type PagedItem<Paths, Api extends ApiDescription, P extends PathWith<Paths, "get">> = ItemAt<
  SuccessBody<OperationOf<Paths, "get", P>>,
  ItemsPointer<DescriptionOf<Api, "get", P>>
>;

/** The JSON Pointer to the records of a list, as its description has it. */
export type ItemsPointer<Description> = Description extends {
  readonly pagination: { readonly items: infer Pointer extends string };
}
  ? Pointer
  : never;

/**
 * The type of the records at a JSON Pointer (RFC 6901) in a body: `ItemAt<Body, "/usage_records">`. Ignores null and
 * undefined on the way. `never` if there is no array at the pointer. `""` is the body itself.
 */
export type ItemAt<Body, Pointer extends string> = ElementOf<Resolve<Body, Pointer>>;

/** The type at a JSON Pointer in a body. */
export type Resolve<Value, Pointer extends string> = Pointer extends ""
  ? Value
  : Pointer extends `/${infer Key}/${infer Rest}`
    ? Resolve<Member<Value, Unescape<Key>>, `/${Rest}`>
    : Pointer extends `/${infer Key}`
      ? Member<Value, Unescape<Key>>
      : never;

/** Distributes, so that a union of bodies gives a union of records. */
export type Member<Value, Key extends string> = Value extends unknown
  ? Key extends keyof Value
    ? NonNullable<Value[Key]>
    : never
  : never;

/** The type of the elements of an array. */
export type ElementOf<Value> = Value extends readonly (infer Item)[] ? Item : never;

/** `~1` is a slash and `~0` a tilde, decoded in this order. */
export type Unescape<Key extends string> = ReplaceAll<ReplaceAll<Key, "~1", "/">, "~0", "~">;

/** A text with each occurrence of another replaced. */
export type ReplaceAll<
  Text extends string,
  From extends string,
  To extends string,
> = Text extends `${infer Head}${From}${infer Tail}` ? `${Head}${To}${ReplaceAll<Tail, From, To>}` : Text;

/** The names of the members that are not optional. */
export type RequiredKeys<T> = {
  [K in keyof T]-?: object extends Pick<T, K> ? never : K;
}[keyof T];

/** An intersection as one object type, which messages and editors show better. */
export type Flat<T> = { [K in keyof T]: T[K] };
