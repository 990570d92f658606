/** A class of errors, with what its static methods return. */
export interface ErrorClass<E extends UsagewireError> {
  readonly prototype: E;
  readonly kind: string;
}

/** Under a registered symbol, every copy of the package finds the kinds of an error: those of its class and superclasses. */
const kinds = Symbol.for("usagewire.kinds");

/**
 * The base class of the client's errors. Use {@link UsagewireError.is} instead of `instanceof`, which fails if two copies of
 * the package are installed.
 */
export abstract class UsagewireError extends Error {
  static readonly kind: string = "UsagewireError";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.kind;
    Object.defineProperty(this, kinds, { value: kindsOf(new.target) });
  }

  /** Whether a value is an error of this class or a subclass, from any copy of the package. */
  static is<E extends UsagewireError>(this: ErrorClass<E>, value: unknown): value is E {
    return (
      typeof value === "object" && value !== null && Reflect.get(value, kinds)?.includes(this.kind) === true
    );
  }

  /** The first error of this class in `value` and its chain of `cause`s, such as the `ApiError` behind a `PaginationError`. */
  static find<E extends UsagewireError>(this: ErrorClass<E>, value: unknown): E | undefined {
    for (const error of causes(value)) {
      if (UsagewireError.is.call(this, error)) return error as E; // `is` checked for the class of E
    }
    return undefined;
  }
}

function kindsOf(type: { readonly kind?: string }): string[] {
  return type.kind === undefined ? [] : [type.kind, ...kindsOf(Object.getPrototypeOf(type))];
}

/** An error, its `cause`, the cause of that, and so on. Ends at a cycle. */
export function* causes(value: unknown): Generator<unknown> {
  const seen = new Set<unknown>();
  for (let error = value; error !== undefined && !seen.has(error); error = causeOf(error)) {
    seen.add(error);
    yield error;
  }
}

const causeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "cause" in error ? error.cause : undefined;

/**
 * There was no complete response: the connection was refused, reset, or cut off during the body. `cause` is the platform's
 * error, or a copy of it if it shows a credential.
 */
export class ConnectionError extends UsagewireError {
  static override readonly kind: string = "ConnectionError";
}

/** An attempt or a whole call took longer than the option `timeout` allows, body included. */
export class TimeoutError extends UsagewireError {
  static override readonly kind: string = "TimeoutError";

  /** The timeout, in ms. */
  readonly timeout: number;
  /** Which timeout passed: `attempt` for one attempt, `total` for the call with its retries and delays. */
  readonly scope: "attempt" | "total";

  constructor(operation: string, timeout: number, scope: "attempt" | "total") {
    const what = scope === "attempt" ? "no complete response" : "not finished, including retries,";
    super(`${operation}: ${what} within ${timeout} ms`);
    this.timeout = timeout;
    this.scope = scope;
  }
}

/** The body of a 2xx response is not JSON, or the list is not where the spec says. */
export class MalformedResponseError extends UsagewireError {
  static override readonly kind: string = "MalformedResponseError";
}

/** The properties of an {@link ApiError}. */
export interface ApiErrorDetails {
  readonly status: number;
  /** The provider's error code, if the body has one: a number for Twilio, a word in snake_case for Onomondo. */
  readonly code?: number | string | undefined;
  /** The provider's id of the request (`Twilio-Request-Id`, `X-Request-Id`, `Request-Id`), for its support. */
  readonly requestId?: string | undefined;
  /** Seconds to wait before the next attempt, if the response says so. */
  readonly retryAfter?: number | undefined;
  /** The documented error body, or an {@link UnreadableErrorBody}. Credentials in it are redacted. */
  readonly body: unknown;
  readonly method: string;
  /** The URL of the request. Credentials in its query are redacted. */
  readonly url: string;
}

/** The provider responded with a status outside 2xx. None of the properties contains a credential. */
export class ApiError extends UsagewireError {
  static override readonly kind: string = "ApiError";

  declare readonly status: number;
  declare readonly code: number | string | undefined;
  declare readonly requestId: string | undefined;
  declare readonly retryAfter: number | undefined;
  declare readonly body: unknown;
  declare readonly method: string;
  declare readonly url: string;

  constructor(message: string, details: ApiErrorDetails, options?: ErrorOptions) {
    super(message, options);
    Object.assign(this, details);
  }
}

/** Status 401: the credentials are missing, wrong, or in the wrong form. */
export class AuthenticationError extends ApiError {
  static override readonly kind: string = "AuthenticationError";
}

/** Status 403: the credentials are valid, but do not allow this. */
export class PermissionError extends ApiError {
  static override readonly kind: string = "PermissionError";
}

/** Status 404. Twilio also responds with it to dates before the account existed. */
export class NotFoundError extends ApiError {
  static override readonly kind: string = "NotFoundError";
}

/** Status 429. Twilio limits concurrent requests, Onomondo limits requests per minute. */
export class RateLimitError extends ApiError {
  static override readonly kind: string = "RateLimitError";
}

/** Status 5xx. */
export class ServerError extends ApiError {
  static override readonly kind: string = "ServerError";
}

/** Replaces an error body that is empty or not JSON, such as the HTML page of a proxy. */
export interface UnreadableErrorBody {
  readonly unreadable: true;
  readonly status: number;
  /** The first 2000 characters of the body. */
  readonly text: string;
}

/** Characters kept of an error body that is not JSON. */
export const maxErrorText = 2000;
