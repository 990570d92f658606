// The only file that imports openapi-fetch, so that it can be replaced.

import { defaultBodySerializer, mergeHeaders } from "openapi-fetch";
import type { ApiDescription, OperationDescription, ParameterDescriptions } from "./api-description.ts";
import type { RetryPolicy, Timeouts } from "./call.ts";
import { isIdempotent, type RetryOptions, resolveRetry } from "./middleware/retry.ts";
import { resolveTimeout, type TimeoutOption } from "./middleware/timeouts.ts";
import { checkKeys } from "./options.ts";
import { percentEncode, serializeQuery, serializeValue } from "./serialize.ts";
import type { RequestHeaders } from "./types.ts";

/** The arguments of a call at run time, for any operation. */
export interface CallInit {
  readonly params?:
    | {
        readonly path?: Record<string, unknown> | undefined;
        readonly query?: Record<string, unknown> | undefined;
        readonly header?: Record<string, string | number | boolean | null | undefined> | undefined;
        readonly extraQuery?: Record<string, unknown> | undefined;
      }
    | undefined;
  readonly headers?: RequestHeaders;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly retry?: RetryOptions | false | undefined;
  readonly timeout?: TimeoutOption | undefined;
}

/** The client's options that its calls can override. */
export interface CallDefaults {
  /** Values of path parameters, by their `x-client-default`. */
  readonly parameters: Readonly<Record<string, string | undefined>> | undefined;
  readonly retry: RetryPolicy;
  readonly timeout: Timeouts;
}

/** What a request is built from. */
interface RequestParts {
  readonly method: string;
  /** The path with its parameters filled in. */
  readonly path: string;
  /** The query string, without `?`. */
  readonly query: string;
  readonly headers?: RequestHeaders;
  readonly body?: unknown;
}

/** A call whose arguments are checked and serialized. */
export interface PreparedCall extends RequestParts {
  readonly operation: string;
  readonly idempotent: boolean;
  readonly retry: RetryPolicy;
  readonly timeout: Timeouts;
  readonly signal: AbortSignal | undefined;
  /** Parses the body of a 2xx response. */
  readonly parse: (text: string) => unknown;
}

/**
 * Checks and serializes the arguments of a call.
 *
 * @throws TypeError or RangeError if an argument is invalid.
 */
export function prepareCall(
  api: ApiDescription,
  defaults: CallDefaults,
  method: string,
  template: string,
  init: CallInit,
): PreparedCall {
  const operation = `${method} ${template}` as const;
  checkKeys(operation, init, ["params", "headers", "body", "signal", "retry", "timeout"]);
  const { params = {}, headers, body, signal, retry, timeout } = init;
  const description = api.operations[operation];
  checkParams(operation, params, description);
  return {
    operation,
    method,
    path: expandPath(template, params.path ?? {}, description?.path, defaults.parameters),
    query: serializeParams(params, description),
    headers: params.header === undefined ? headers : mergeHeaders(params.header, headers),
    body,
    signal,
    idempotent: isIdempotent(method, description),
    retry: resolveRetry(retry, defaults.retry),
    parse: bodyParser(api, description),
    timeout: timeout === undefined ? defaults.timeout : resolveTimeout(timeout, defaults.timeout),
  };
}

/** The query string of a call. */
export function serializeParams(
  { query = {}, extraQuery = {} }: NonNullable<CallInit["params"]>,
  description: OperationDescription | undefined,
): string {
  const extra = Object.entries(extraQuery).map(([name, value]) => [encodeName(name), value]);
  return [serializeQuery(query, description?.query), serializeQuery(Object.fromEntries(extra))]
    .filter((part) => part !== "")
    .join("&");
}

/** Brackets stay readable, as in `filter[]`: providers that use them accept them so. */
const encodeName = (name: string): string =>
  percentEncode(`extraQuery ${name}`, name).replaceAll("%5B", "[").replaceAll("%5D", "]");

function bodyParser({ parseExact }: ApiDescription, { exact }: OperationDescription = {}) {
  if (exact === undefined || parseExact === undefined) return JSON.parse;
  return (text: string) => parseExact(text, exact);
}

/**
 * Rejects parameters that the operation does not have: a misspelled filter would be ignored, and the whole list returned.
 *
 * @throws TypeError with the unknown name and the accepted ones.
 */
export function checkParams(
  operation: string,
  params: NonNullable<CallInit["params"]>,
  description: OperationDescription | undefined,
): void {
  checkKeys(`${operation}: params`, params, ["query", "path", "header", "extraQuery"]);
  const { query = {}, path = {}, header = {}, extraQuery = {} } = params;
  const templateNames = [...operation.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  checkKeys(operation, path, templateNames, "path parameter");
  if (description?.parameters === undefined) return;
  const { query: names = [], header: headerNames = [] } = description.parameters;
  checkKeys(operation, query, names, "query parameter", "; params.extraQuery sends others");
  const described = names.find((name) => Object.hasOwn(extraQuery, name));
  if (described !== undefined)
    throw new TypeError(`${operation}: ${described} is described by the spec; set params.query.${described}`);
  const sameCase = Object.keys(header).map((given) => {
    const isSame = (name: string) => name.toLowerCase() === given.toLowerCase();
    return [headerNames.find(isSame) ?? given, true];
  });
  const others = "; the option headers sends others";
  checkKeys(operation, Object.fromEntries(sameCase), headerNames, "header parameter", others);
}

/**
 * Fills the parameters into a path template, each percent-encoded within its segment. A parameter that the call leaves out
 * comes from the client's options if the spec says so (`x-client-default`).
 *
 * @throws TypeError if a parameter is missing or empty, or would change the path (`..`).
 */
function expandPath(
  template: string,
  values: Record<string, unknown>,
  parameters: ParameterDescriptions = {},
  clientDefaults: Readonly<Record<string, string | undefined>> = {},
): string {
  if (!template.includes("{")) return template;
  const path = template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const { clientDefault, format } = parameters[name] ?? {};
    const value = values[name] ?? (clientDefault === undefined ? undefined : clientDefaults[clientDefault]);
    const where = `${template}: path parameter ${name}`;
    if (value === undefined || value === null || value === "") {
      const hint = clientDefault === undefined ? "" : `, or the client option ${clientDefault}`;
      throw new TypeError(
        `${where} is ${value === "" ? "empty" : "missing"}; set params.path.${name}${hint}`,
      );
    }
    return percentEncode(where, serializeValue(where, value, format));
  });
  if (path.split("/").some((segment) => segment === "." || segment === "..")) {
    throw new TypeError(`${template}: a path parameter must not be "." or ".."`);
  }
  return path;
}

/** Builds the request of a call; the signal aborts it. */
export type BuildRequest = (parts: RequestParts, signal: AbortSignal) => Request;

// The types of openapi-fetch lack two things: it reads the headers (to encode a form), and passes a FormData through.
const serializeBody: (body: unknown, headers: Headers) => BodyInit = defaultBodySerializer;

/**
 * Builds the requests of a client. Uses parts of openapi-fetch instead of its client, which would also read the response: it
 * throws bare SyntaxErrors, drops error bodies that are not JSON, and we would have to pass it a fake response on every call.
 *
 * @param defaults The headers of every request.
 */
export const requestBuilder =
  (baseUrl: string, defaults: Readonly<Record<string, string>>): BuildRequest =>
  ({ method, path, query, headers, body }, signal) => {
    const given = headers === undefined ? defaults : mergeHeaders(defaults, headers);
    const init = { ...fixedInit(), method, signal, headers: given };
    const url = `${baseUrl}${path}${query === "" ? "" : `?${query}`}`;
    if (!path.startsWith("/")) throw outsideBaseUrl(baseUrl, method, path);
    if (body === undefined) return withinBaseUrl(baseUrl, new Request(url, init));
    const content = serializeBody(body, mergeHeaders(given));
    // The platform sets the content type of a FormData itself, with its boundary.
    const type = content instanceof FormData ? undefined : { "content-type": "application/json" };
    return withinBaseUrl(
      baseUrl,
      new Request(url, { ...init, body: content, headers: mergeHeaders(type, given) }),
    );
  };

/**
 * Redirects and cookies could take credentials elsewhere. A browser that may use credentials of its own also asks for a
 * password when a 401 has `WWW-Authenticate`, and the response waits for the answer. Some workers reject the field.
 */
const fixedInit = (): RequestInit => ({
  redirect: "manual",
  ...("credentials" in Request.prototype && { credentials: "omit" }),
});

/** @throws TypeError if the path left the base URL, as `.evil.test/` does: the request would take credentials there. */
function withinBaseUrl(baseUrl: string, request: Request): Request {
  if (request.url.startsWith(`${baseUrl}/`)) return request;
  throw outsideBaseUrl(baseUrl, request.method, request.url);
}

const outsideBaseUrl = (baseUrl: string, method: string, url: string): TypeError =>
  new TypeError(`${method} ${url}: the URL must begin with ${baseUrl}/; use a path that begins with "/"`);

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Checks a base URL and removes its trailing slashes.
 *
 * @throws TypeError if it is not an absolute http(s) URL, contains credentials, a query or a fragment, or is plain http to
 * another machine without `allowHttp`.
 */
export function parseBaseUrl(baseUrl: string, allowHttp: boolean): string {
  // Never quoted in a message, because it may contain a password.
  if (!URL.canParse(baseUrl)) throw invalidBaseUrl("is not an absolute URL");
  const { protocol, hostname, username, password, search, hash, href } = new URL(baseUrl);
  if (!/^https?:$/.test(protocol)) throw invalidBaseUrl("does not use http or https");
  if (username + password !== "") throw invalidBaseUrl("contains credentials");
  if (search + hash !== "") throw invalidBaseUrl("contains a query or a fragment");
  if (protocol === "http:" && !allowHttp && !loopback.test(hostname))
    throw new TypeError("baseUrl must use https, or set allowHttp: true");
  return href.replace(/\/+$/, "");
}

const invalidBaseUrl = (problem: string): TypeError =>
  new TypeError(`baseUrl ${problem}; use an absolute http(s) URL such as https://api.example.com`);
