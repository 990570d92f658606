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

/** 401: the credentials are missing, wrong, or of the wrong form. */
export class AuthenticationError extends ApiError {
  static override readonly kind: string = "AuthenticationError";
}

/** 403: the credentials are good and do not allow this. */
export class PermissionError extends ApiError {
  static override readonly kind: string = "PermissionError";
}

/** 404. Twilio answers so to date ranges before an account existed, too. */
export class NotFoundError extends ApiError {
  static override readonly kind: string = "NotFoundError";
}

/** 429. Twilio's limits concurrent requests, Onomondo's counts calls per minute. */
export class RateLimitError extends ApiError {
  static override readonly kind: string = "RateLimitError";
}

/** 5xx. */
export class ServerError extends ApiError {
  static override readonly kind: string = "ServerError";
}
