import {
  ApiError,
  AuthenticationError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  type UnreadableErrorBody,
} from "./errors.ts";
import { retryAfter } from "./middleware/rate-limit.ts";

/** What to do about an error, by the provider's error code. Appended to the message of the `ApiError`. */
export type Advice = Readonly<Record<string, string>>;

/** What an error needs to know about the request behind a response. Contains no credential. */
export interface SentRequest {
  readonly method: string;
  /** The URL as sent. */
  readonly url: string;
  readonly advice?: Advice | undefined;
}

// Keyed by the response, so that `unwrap` knows the request of a result and nothing outlives the response.
const requests = new WeakMap<Response, SentRequest>();

/** Keeps the request of a response for `apiErrorFrom`. */
export const rememberRequest = (response: Response, request: SentRequest): unknown =>
  requests.set(response, request);

/** The result of any call, as `unwrap` takes it. */
export interface AnyResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of a result without an error. Selected by `error`, because `data` may be `undefined` in both. */
export type DataOf<Result> = Extract<Result, { error?: never }> extends { data: infer Data } ? Data : never;

/**
 * Returns the `data` of a call's result, or throws its error.
 *
 * @param result What a call returns: `{ data, error, response }`, or a promise of it.
 * @returns The body of the 2xx response.
 * @throws {@link ApiError}, or its subclass for the status, if the status is outside 2xx.
 *
 * @example
 * ```ts
 * import { createClient, unwrap } from "@usagewire/client";
 * import { superSimApi, type SuperSimPaths } from "@usagewire/twilio";
 *
 * const client = createClient<SuperSimPaths>(superSimApi);
 * const page = await unwrap(client.GET("/v1/UsageRecords"));
 * console.log(page.usage_records.length);
 * ```
 */
export async function unwrap<Result extends AnyResult>(
  result: Promise<Result> | Result,
): Promise<DataOf<Result>> {
  const { data, error, response } = await result;
  if (error !== undefined || !response.ok) throw apiErrorFrom(response, error);
  return data as DataOf<Result>; // a result without an error has data
}

/** Characters of the provider's text in a message; `body` has all of it. */
const maxReason = 1000;

/** Creates the error for a response outside 2xx from its body. */
export function apiErrorFrom(response: Response, body: unknown): ApiError {
  const { status, headers } = response;
  // A response of another client is described by what it knows itself.
  const { method, url, advice }: SentRequest = requests.get(response) ?? {
    method: "request to",
    url: response.url === "" ? "about:blank" : response.url,
  };
  const { code, text } = describeErrorBody(body);
  const reason = text ?? (isUnreadable(body) ? describeUnreadable(body.text) : "no message");
  const action = code !== undefined && advice && Object.hasOwn(advice, code) ? ` - ${advice[code]}` : "";
  const message = `${method} ${new URL(url).pathname}: ${status}${code === undefined ? "" : ` (${code})`}: ${reason.slice(0, maxReason)}${action}`;
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

function classFor(status: number): typeof ApiError {
  if (status === 401) return AuthenticationError;
  if (status === 403) return PermissionError;
  if (status === 404) return NotFoundError;
  if (status === 429) return RateLimitError;
  return status >= 500 ? ServerError : ApiError;
}

const isUnreadable = (body: unknown): body is UnreadableErrorBody =>
  typeof body === "object" && body !== null && "unreadable" in body && body.unreadable === true;

const describeUnreadable = (text: string): string =>
  text.trim() === "" ? "the body is empty" : `the body is not JSON: ${text.trim().slice(0, 80)}`;

/**
 * Finds the code and the text in an error body. Knows `{ code, message }` (Twilio), `{ title, detail, errors }` (RFC 9457),
 * and `{ error: "code" }` (Onomondo).
 */
export function describeErrorBody(body: unknown): {
  code?: number | string;
  text?: string;
} {
  if (typeof body !== "object" || body === null) return {};
  const { code, message, title, detail, error, errors } = body as Record<string, unknown>; // any object has unknown members
  const summary = join(": ", message) ?? join(": ", title, detail) ?? join(": ", error);
  const details = Array.isArray(errors) ? join("; ", ...errors.slice(0, 3).map(describeOne)) : undefined;
  const text = join(": ", summary, details);
  return {
    ...(isCode(code) ? { code } : isCode(error) ? { code: error } : {}),
    ...(text === undefined ? {} : { text }),
  };
}

/** Describes one of several errors: a text, or an object with what is wrong and where. */
function describeOne(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return join("", error);
  const { pointer, parameter, field, detail, message, title } = error as Record<string, unknown>; // as above
  return join(" ", pointer ?? parameter ?? field, detail ?? message ?? title);
}

const isCode = (value: unknown): value is number | string =>
  typeof value === "number" || (typeof value === "string" && value !== "");

function join(separator: string, ...parts: unknown[]): string | undefined {
  const texts = parts.filter((part) => typeof part === "string" && part !== "");
  return texts.length === 0 ? undefined : texts.join(separator);
}
