import { bindCall, type Call } from "./call.ts";
import type { Engine } from "./engine.ts";
import type { Advice } from "./errors/advice.ts";
import type { Fetch } from "./fetch.ts";
import type { Hooks } from "./hooks/hooks.ts";
import type { PreparedCall } from "./request/prepare-call.ts";
import { rememberExchange } from "./response/exchange.ts";
import { Ending } from "./timing/ending.ts";

/** A result before its types: `data` of a 2xx answer, `error` of any other. */
export type AnyResult = { data: unknown; response: Response } | { error: unknown; response: Response };

/** Sends a call through the wire and gives its answer. */
export type Send = (call: PreparedCall) => Promise<AnyResult>;

let calls = 0;

export interface Sender {
  readonly engine: Engine;
  readonly wire: Fetch;
  /** What every request has, frozen. */
  readonly headers: Readonly<Record<string, string>>;
  readonly hooks: Hooks | undefined;
  readonly advice: Advice | undefined;
}

export const createSend =
  ({ engine, wire, headers, hooks = {}, advice }: Sender): Send =>
  async (prepared) => {
    const { operation, idempotent, retry, timeout, signal } = prepared;
    const isPlain = prepared.headers === undefined && prepared.body === undefined;
    const call: Call = {
      id: ++calls,
      operation,
      idempotent,
      retry,
      timeout,
      hooks,
      plainHeaders: isPlain ? headers : undefined,
      signal,
      ending: new Ending(),
      attempt: 1,
      event: undefined,
      bytes: undefined,
      body: undefined,
      sent: undefined,
      abort: new AbortController(),
      again: () => engine(prepared, call.abort.signal),
    };
    const request = bindCall(call.again(), call);
    const response = await wire(request);
    const { body } = call;
    call.body = undefined; // the wire may know the call for longer than anyone wants its body
    if (response.ok) return { data: body, response };
    rememberExchange(response, { method: request.method, url: request.url, advice });
    return { error: body, response };
  };
