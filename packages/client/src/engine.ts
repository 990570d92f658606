// The only file that imports openapi-fetch: the seam behind which it can be replaced.
import createFetchClient, { serializeArrayParam, serializeObjectParam } from "openapi-fetch";
import type { ParameterDescription } from "./api-description.ts";
import type { Fetch } from "./fetch.ts";
import type { Method } from "./types/paths.ts";

/** A call as it goes to the wire. */
export interface EngineCall {
  readonly method: string;
  /** The path with its parameters filled in. */
  readonly path: string;
  /** The query as it goes on the wire, without `?`. */
  readonly query: string;
  readonly headers?: HeadersInit | undefined;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** Makes the request of a call and hands it to `exchange`. */
export type Engine = <T>(call: EngineCall, exchange: (request: Request) => Promise<T>) => Promise<T>;

// openapi-fetch reads answers with bare SyntaxErrors and keeps nothing of an unreadable error body; so we read
// them ourselves, and show it one that needs no reading.
const nothingToRead = (): Response => new Response(null, { status: 204 });

export function createEngine(baseUrl: string, headers: Record<string, string>): Engine {
  const client = createFetchClient<Record<string, Record<Method, object>>>({
    baseUrl,
    headers,
    redirect: "manual",
  });
  return async <T>(
    { method, path, query, headers, body, signal }: EngineCall,
    exchange: (r: Request) => Promise<T>,
  ) => {
    let result: Promise<T> | undefined;
    const fetch: Fetch = async (request) => {
      result = exchange(request);
      await result;
      return nothingToRead();
    };
    const init = {
      body,
      headers,
      signal: signal ?? null,
      fetch,
      querySerializer: () => query,
    };
    // Any operation's init, which openapi-fetch's types would want to know by its path.
    await client.request(method.toLowerCase() as Method, path, init as Record<string, unknown>);
    return await (result as Promise<T>); // `request` rejects unless `fetch` was called
  };
}

/** An array in a query, in the style of its parameter. */
export const serializeArray = (
  name: string,
  values: string[],
  { style, explode }: ParameterDescription,
): string =>
  serializeArrayParam(name, values, {
    style: arrayStyle(style),
    explode: explode ?? (style ?? "form") === "form",
  });

/** An object in a query; OpenAPI's own default is form, exploded: each property a parameter. */
export const serializeObject = (
  name: string,
  value: Record<string, string>,
  { style, explode }: ParameterDescription,
): string =>
  serializeObjectParam(name, value, {
    style: style === "deepObject" ? style : "form",
    explode: explode ?? true,
  });

const arrayStyle = (style: string | undefined) =>
  style === "spaceDelimited" || style === "pipeDelimited" ? style : "form";
