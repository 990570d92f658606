import type { ApiDescription } from "./api-description.ts";
import type { ClientOptions } from "./client-options.ts";
import { createEngine } from "./engine.ts";
import type { Wire } from "./fetch.ts";
import { Pacer } from "./pacing/pacer.ts";
import { createPaginate, type PaginateFeatures } from "./paginate.ts";
import { checkFunctions } from "./request/check-functions.ts";
import { parseBaseUrl } from "./request/parse-base-url.ts";
import { type AnyInit, prepareCall } from "./request/prepare-call.ts";
import { createBudget } from "./retry/create-budget.ts";
import { resolveRetry } from "./retry/retry-options.ts";
import { createSend } from "./send.ts";
import { resolveTimeout } from "./timing/timeout-options.ts";
import { compose } from "./wire/compose.ts";
import { connect } from "./wire/connect.ts";
import { guardErrorBody } from "./wire/guard-error-body.ts";
import { limitAttempt } from "./wire/limit-attempt.ts";
import { limitCall } from "./wire/limit-call.ts";
import { pace } from "./wire/pace.ts";
import { readBody } from "./wire/read-body.ts";
import { retry, type WatchRetries } from "./wire/retry.ts";

/** What a client may be built without, so that no bundle holds what its program does not use. */
export interface Features extends PaginateFeatures {
  /** The concerns that tell hooks. */
  readonly observe?: { readonly call: Wire; readonly attempt: Wire; readonly retries: WatchRetries };
}

/** The client before its types, which say per operation what these functions do for any. */
export function buildClient(api: ApiDescription, options: ClientOptions, features: Features) {
  const { authorize = (next) => next, fetch = (request) => globalThis.fetch(request) } = options;
  checkFunctions({ authorize, fetch, ...options.hooks });
  const retries = resolveRetry(options.retry);
  const pacer = new Pacer(options.maxConcurrency, retries.maxRetries > 0 ? retries.maxDelay : 0);
  const budget = createBudget(options.retry === false ? false : options.retry?.budget);
  // From the call down to the socket. Hooks see one call, whose time may run out at any point beneath. Retry repeats the
  // rest: an attempt waits for its slot, which costs it no time of its own, is authorised afresh, since a token may have
  // expired, and its body is read before it counts as answered. Credentials are added last and blotted out first.
  const wire = compose(
    [
      features.observe?.call,
      limitCall,
      retry(budget, features.observe?.retries),
      pace(pacer),
      features.observe?.attempt,
      limitAttempt,
      readBody,
      authorize,
      guardErrorBody,
      connect,
    ],
    fetch,
  );

  const baseUrl = parseBaseUrl(options.baseUrl ?? api.baseUrl, options.allowHttp === true);
  const headers = Object.freeze({
    accept: "application/json",
    "user-agent": options.userAgent ?? "usagewire",
  });
  const { hooks, advice } = options;
  const send = createSend({ engine: createEngine(baseUrl, headers), wire, headers, hooks, advice });
  const defaults = {
    parameters: options.defaults,
    retry: retries,
    timeout: resolveTimeout(options.timeout),
  };
  const call =
    (method: string) =>
    async (path: string, init: AnyInit = {}) =>
      send(prepareCall(api, defaults, method, path, init));

  return {
    GET: call("GET"),
    POST: call("POST"),
    PUT: call("PUT"),
    PATCH: call("PATCH"),
    DELETE: call("DELETE"),
    paginate: createPaginate(api, send, defaults, features),
  };
}
