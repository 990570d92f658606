import type { ApiDescription } from "../api-description.ts";
import { type EngineCall, mergeHeaders } from "../engine.ts";
import { isIdempotent } from "../retry/is-idempotent.ts";
import { type RetryOptions, type RetryPolicy, resolveRetry } from "../retry/retry-options.ts";
import { resolveTimeout, type TimeoutOption, type Timeouts } from "../timing/timeout-options.ts";
import type { RequestHeaders } from "../types/init.ts";
import { checkKeys } from "./check-keys.ts";
import { expandPath } from "./expand-path.ts";
import { serializeQuery } from "./serialize-query.ts";

/** A call's init as it stands at run time, whatever operation's types it satisfied. */
export interface AnyInit {
  readonly params?:
    | {
        readonly path?: Record<string, unknown> | undefined;
        readonly query?: Record<string, unknown> | undefined;
        readonly header?: Record<string, string | number | boolean | null | undefined> | undefined;
      }
    | undefined;
  readonly headers?: RequestHeaders;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  readonly retry?: RetryOptions | false | undefined;
  readonly timeout?: TimeoutOption | undefined;
}

/** What a client holds for each of its calls. */
export interface CallDefaults {
  readonly parameters: ClientDefaults | undefined;
  readonly retry: RetryPolicy;
  readonly timeout: Timeouts;
}

/** A typed call, ready to be sent. */
export interface PreparedCall extends EngineCall {
  readonly operation: string;
  readonly idempotent: boolean;
  readonly retry: RetryPolicy;
  readonly timeout: Timeouts;
  readonly signal: AbortSignal | undefined;
}

/** The values that fill path parameters, by the name in `x-client-default`. */
export type ClientDefaults = Readonly<Record<string, string | undefined>>;

/** @throws TypeError or RangeError about the arguments. */
export function prepareCall(
  api: ApiDescription,
  defaults: CallDefaults,
  method: string,
  template: string,
  init: AnyInit,
): PreparedCall {
  const operation = `${method} ${template}` as const;
  checkKeys(operation, init, ["params", "headers", "body", "signal", "retry", "timeout"]);
  const { params = {}, headers, body, signal, retry, timeout } = init;
  checkKeys(`${operation}: params`, params, ["query", "path", "header"]);
  const description = api.operations[operation];
  return {
    operation,
    method,
    path: expandPath(template, params.path ?? {}, description?.path, defaults.parameters),
    query: serializeQuery(params.query ?? {}, description?.query),
    headers: params.header === undefined ? headers : mergeHeaders(params.header, headers),
    body,
    signal,
    idempotent: isIdempotent(method, description),
    retry: resolveRetry(retry, defaults.retry),
    timeout: timeout === undefined ? defaults.timeout : resolveTimeout(timeout, defaults.timeout),
  };
}
