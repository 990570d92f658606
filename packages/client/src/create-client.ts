import type { ApiDescription } from "./api-description.ts";
import type { Client } from "./client.ts";
import { createEngine } from "./engine.ts";
import type { Fetch, Wire } from "./fetch.ts";
import { createPaginate } from "./paginate.ts";
import { parseBaseUrl } from "./request/parse-base-url.ts";
import { type AnyInit, prepareCall } from "./request/prepare-call.ts";
import { createSend } from "./send.ts";
import type { ApiOf } from "./types/paths.ts";
import { createWindows } from "./windows.ts";
import { compose } from "./wire/compose.ts";
import { connect } from "./wire/connect.ts";
import { guardErrorBody } from "./wire/guard-error-body.ts";

export interface ClientOptions {
  /** Adds the credentials: `basic()`, `bearer()`, `header()`, or any function from `Fetch` to `Fetch`. Default: none. */
  readonly authorize?: Wire | undefined;
  /** Where the API is served, with any path prefix. Default: the first server of the spec. */
  readonly baseUrl?: string | undefined;
  /** What sends a request. Default: the platform's `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** The `User-Agent` header. Default: `usagewire`. */
  readonly userAgent?: string | undefined;
  /** Values for the path parameters that the spec lets the client fill (`x-client-default`), by option name. */
  readonly defaults?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * A typed client from what `@usagewire/codegen` generates: `createClient<paths>(api, options)`.
 *
 * @throws TypeError when `baseUrl` is missing or no http(s) URL.
 */
export function createClient<Paths, Api extends ApiDescription = ApiOf<Paths>, Given extends string = string>(
  api: Api,
  options?: ClientOptions,
): Client<Paths, Api, Given>;
// The types say per operation what these functions do for any; `object` is what the two have in common.
export function createClient(api: ApiDescription, options: ClientOptions = {}): object {
  const fetch = options.fetch ?? ((request) => globalThis.fetch(request));
  const authorize = options.authorize ?? ((next) => next);
  const wire = compose([authorize, guardErrorBody, connect], fetch);

  const baseUrl = parseBaseUrl(options.baseUrl ?? api.baseUrl);
  const engine = createEngine(baseUrl, {
    accept: "application/json",
    "user-agent": options.userAgent ?? "usagewire",
  });
  const send = createSend(engine, wire);
  const call =
    (method: string) =>
    async (path: string, init: AnyInit = {}) =>
      send(prepareCall(api, options.defaults, method, path, init));

  return {
    GET: call("GET"),
    POST: call("POST"),
    PUT: call("PUT"),
    PATCH: call("PATCH"),
    DELETE: call("DELETE"),
    paginate: createPaginate(api, send, options.defaults),
    windows: createWindows(api),
  };
}
