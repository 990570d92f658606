// The only file that imports openapi-fetch: the seam behind which it can be replaced.
import createFetchClient, { serializeArrayParam, serializeObjectParam } from "openapi-fetch";
import type { ParameterDescription } from "./api-description.ts";
import type { RequestHeaders } from "./types/init.ts";
import type { Method } from "./types/paths.ts";

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
export type Engine = (call: EngineCall, signal: AbortSignal) => Promise<Request>;

// openapi-fetch reads answers with bare SyntaxErrors and keeps nothing of an unreadable error body. So the wire and the
// reading are ours, and it is shown an answer that needs no reading, always the same.
const nothingToRead = new Response(null, { status: 204 });

export function createEngine(baseUrl: string, headers: Record<string, string>): Engine {
  const client = createFetchClient<Record<string, Record<Method, object>>>({
    baseUrl,
    headers,
    redirect: "manual",
  });
  return async ({ method, path, query, headers, body }, signal) => {
    let made: unknown;
    const init = {
      body,
      headers,
      signal,
      fetch: async (request: Request) => {
        made = request;
        return nothingToRead;
      },
      querySerializer: () => query,
    };
    // Any operation's init, which openapi-fetch's types would want to know by its path.
    await client.request(method.toLowerCase() as Method, path, init as Record<string, unknown>);
    return made as Request; // `request` rejects unless `fetch` was called
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
