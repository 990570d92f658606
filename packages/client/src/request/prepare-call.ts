import type { ApiDescription } from "../api-description.ts";
import type { EngineCall } from "../engine.ts";
import { expandPath } from "./expand-path.ts";
import { serializeQuery } from "./serialize-query.ts";

/** A call's init as it stands at run time, whatever operation's types it satisfied. */
export interface AnyInit {
  readonly params?:
    | {
        readonly path?: Record<string, unknown> | undefined;
        readonly query?: Record<string, unknown> | undefined;
        readonly header?: Record<string, unknown> | undefined;
      }
    | undefined;
  readonly headers?: HeadersInit | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** The values that fill path parameters, by the name in `x-client-default`. */
export type ClientDefaults = Readonly<Record<string, string | undefined>>;

/** A typed call as it goes to the wire. */
export function prepareCall(
  api: ApiDescription,
  defaults: ClientDefaults | undefined,
  method: string,
  template: string,
  { params = {}, headers, body, signal }: AnyInit,
): EngineCall {
  const description = api.operations[`${method} ${template}`];
  return {
    method,
    path: expandPath(template, params.path ?? {}, description?.path, defaults),
    query: serializeQuery(params.query ?? {}, description?.query),
    headers: mergeHeaders(params.header, headers),
    body,
    signal,
  };
}

function mergeHeaders(parameters: Record<string, unknown> = {}, headers?: HeadersInit): Headers {
  const merged = new Headers();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null) merged.set(name, String(value));
  }
  new Headers(headers).forEach((value, name) => {
    merged.set(name, value);
  });
  return merged;
}
