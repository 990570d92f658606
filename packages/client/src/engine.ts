// The only file that imports openapi-fetch: the seam behind which it can be replaced.
import { defaultBodySerializer, mergeHeaders } from "openapi-fetch";
import type { RequestHeaders } from "./types/init.ts";

export { mergeHeaders };

/** A call as it goes to the wire. */
export interface EngineCall {
  readonly method: string;
  /** The path with its parameters filled in. */
  readonly path: string;
  /** The query as it goes on the wire, without `?`. */
  readonly query: string;
  readonly headers?: RequestHeaders;
  readonly body?: unknown;
}

/** Makes the request of a call; the signal aborts it. */
export type Engine = (call: EngineCall, signal: AbortSignal) => Request;

// Its types know neither that it takes the headers, which make a form of the body, nor that it lets a FormData through.
const serializeBody: (body: unknown, headers: Headers) => BodyInit = defaultBodySerializer;

// openapi-fetch's parts and not its client, whose other half would read the answer: it throws bare SyntaxErrors, keeps
// nothing of an error body that it cannot read, and costs every call an answer made up for it.
export const createEngine =
  (baseUrl: string, defaults: Readonly<Record<string, string>>): Engine =>
  ({ method, path, query, headers, body }, signal) => {
    const given = headers === undefined ? defaults : mergeHeaders(defaults, headers);
    const init = { method, redirect: "manual", signal, headers: given } as const;
    const url = `${baseUrl}${path}${query === "" ? "" : `?${query}`}`;
    if (body === undefined) return new Request(url, init);
    const content = serializeBody(body, mergeHeaders(given));
    // The platform names the type of a form itself, with its boundary.
    const type = content instanceof FormData ? undefined : { "content-type": "application/json" };
    return new Request(url, { ...init, body: content, headers: mergeHeaders(type, given) });
  };
