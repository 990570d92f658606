import { UsagewireError } from "./usagewire-error.ts";

export interface ApiErrorDetails {
  readonly status: number;
  /** The provider's own error code: Twilio's number, Onomondo's snake_case word, where the body has one. */
  readonly code?: number | string | undefined;
  /** The provider's id of the request (`Twilio-Request-Id`, `X-Request-Id`), for its support. */
  readonly requestId?: string | undefined;
  /** Seconds to wait before the next try, where the answer says so. */
  readonly retryAfter?: number | undefined;
  /** The documented error body, or an {@link UnreadableErrorBody}. Credentials that it echoed are redacted. */
  readonly body: unknown;
  readonly method: string;
  readonly url: string;
}

/** The provider answered with a status outside 2xx. No credential is in any of its properties. */
export class ApiError extends UsagewireError {
  static override readonly marker: symbol = Symbol.for("usagewire.ApiError");
  override readonly name: string = "ApiError";

  readonly status: number;
  readonly code: number | string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly body: unknown;
  readonly method: string;
  readonly url: string;

  constructor(message: string, details: ApiErrorDetails, options?: ErrorOptions) {
    super(message, options);
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
    this.body = details.body;
    this.method = details.method;
    this.url = details.url;
  }
}

/** 401: the credentials are missing, wrong, or of the wrong form. */
export class AuthenticationError extends ApiError {
  static override readonly marker: symbol = Symbol.for("usagewire.AuthenticationError");
  override readonly name: string = "AuthenticationError";
}

/** 403: the credentials are good and do not allow this. */
export class PermissionError extends ApiError {
  static override readonly marker: symbol = Symbol.for("usagewire.PermissionError");
  override readonly name: string = "PermissionError";
}

/** 404. Twilio answers so to date ranges before an account existed, too. */
export class NotFoundError extends ApiError {
  static override readonly marker: symbol = Symbol.for("usagewire.NotFoundError");
  override readonly name: string = "NotFoundError";
}

/** 429. Twilio's limits concurrent requests, Onomondo's counts calls per minute. */
export class RateLimitError extends ApiError {
  static override readonly marker: symbol = Symbol.for("usagewire.RateLimitError");
  override readonly name: string = "RateLimitError";
}

/** 5xx. */
export class ServerError extends ApiError {
  static override readonly marker: symbol = Symbol.for("usagewire.ServerError");
  override readonly name: string = "ServerError";
}
