import { exchangeOf } from "../response/exchange.ts";
import { isUnreadableErrorBody } from "../response/unreadable-error-body.ts";
import {
  ApiError,
  AuthenticationError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
} from "./api-error.ts";
import { describeErrorBody } from "./describe-error-body.ts";
import { retryAfter } from "./retry-after.ts";

/** Characters of the provider's text that a message quotes; all of it is in `body`. */
const maxReason = 1000;

/** The `ApiError` for an answer outside 2xx and its body, whichever form of error body the provider chose. */
export function apiErrorFrom(response: Response, body: unknown): ApiError {
  const { status, headers } = response;
  const { method, url, advice } = exchangeOf(response);
  const { code, text } = describeErrorBody(body);
  const reason = text ?? (isUnreadableErrorBody(body) ? unreadable(body.text) : "no message");
  const todo = code !== undefined && advice && Object.hasOwn(advice, code) ? ` - ${advice[code]}` : "";
  const message = `${method} ${new URL(url).pathname}: ${status}${code === undefined ? "" : ` (${code})`}: ${reason.slice(0, maxReason)}${todo}`;
  const requestId =
    headers.get("twilio-request-id") ?? headers.get("x-request-id") ?? headers.get("request-id") ?? undefined;
  const Class = classFor(status);
  return new Class(message, {
    status,
    code,
    requestId,
    retryAfter: retryAfter(response),
    body,
    method,
    url,
  });
}

const unreadable = (text: string): string =>
  text.trim() === "" ? "the body is empty" : `the body is not JSON: ${text.trim().slice(0, 80)}`;

function classFor(status: number): typeof ApiError {
  if (status === 401) return AuthenticationError;
  if (status === 403) return PermissionError;
  if (status === 404) return NotFoundError;
  if (status === 429) return RateLimitError;
  return status >= 500 ? ServerError : ApiError;
}
