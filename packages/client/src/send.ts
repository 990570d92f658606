import { type Advice, rememberRequest } from "./api-error.ts";
import { bindCall, type Call, Cancellation } from "./call.ts";
import type { Fetch } from "./middleware/middleware.ts";
import { redactorOf } from "./middleware/redact.ts";
import { redactUrl } from "./redaction.ts";
import type { BuildRequest, PreparedCall } from "./request.ts";

/** The result of a call of any operation: `data` for a 2xx response, `error` for any other. */
export type AnyResult = { data: unknown; response: Response } | { error: unknown; response: Response };

/** Sends a call and resolves with its result. */
export type Send = (call: PreparedCall) => Promise<AnyResult>;

let lastId = 0;

/** What the calls of a client are sent with. */
export interface Sender {
  readonly buildRequest: BuildRequest;
  /** The client's `fetch`, wrapped in its middleware. */
  readonly fetch: Fetch;
  /** The headers of every request, frozen. */
  readonly headers: Readonly<Record<string, string>>;
  readonly advice: Advice | undefined;
}

/** Creates the function that sends the calls of a client. */
export const createSend =
  ({ buildRequest, fetch, headers, advice }: Sender): Send =>
  async (prepared) => {
    const { operation, idempotent, retry, timeout, signal, parse } = prepared;
    const isPlain = prepared.headers === undefined && prepared.body === undefined;
    const call: Call = {
      id: ++lastId,
      operation,
      idempotent,
      retry,
      timeout,
      plainHeaders: isPlain ? headers : undefined,
      signal,
      parse,
      cancellation: new Cancellation(),
      attempt: 1,
      event: undefined,
      bytes: undefined,
      body: undefined,
      controller: new AbortController(),
      newRequest: () => buildRequest(prepared, call.controller.signal),
    };
    const request = bindCall(call.newRequest(), call);
    const response = await fetch(request);
    const { body } = call;
    call.body = undefined; // middleware may hold on to the call for longer than the body is needed
    if (response.ok) return { data: body, response };
    // A link to the next page may show a credential.
    const url = redactUrl(request.url);
    rememberRequest(response, { method: request.method, url: redactorOf(response)?.(url) ?? url, advice });
    return { error: body, response };
  };
