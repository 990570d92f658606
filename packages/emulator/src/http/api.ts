import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { FaultRegistry } from "../faults/faults.ts";
import { injectFaults } from "../faults/inject.ts";
import {
  type ApiEnvironment,
  type ApiMiddleware,
  addLatency,
  allowBrowsers,
  type LoggedRequest,
  logRequests,
} from "./middleware.ts";

export type Api = Hono<ApiEnvironment>;

/** Settings of one emulated API. */
export interface ApiSettings {
  /** Receives an entry for each request. */
  readonly log: LoggedRequest[];
  readonly faults: FaultRegistry;
  /** Delay of each authenticated response, in milliseconds. */
  readonly latency: number;
  /** Page numbers, from 0, that have no records although the list continues. */
  readonly emptyPages: readonly number[];
  /** Maximum number of records per page; undefined for the provider's own maximum. */
  readonly clampPageSize: number | undefined;
}

/** What the APIs of a provider have in common. */
export interface ProviderConventions {
  /** Middleware for every request, outermost first: headers, limits, authentication. */
  readonly middleware: readonly ApiMiddleware[];
  readonly notFound: (path: string) => ProviderError;
  readonly methodNotAllowed: (method: string) => ProviderError;
  /** Returns the provider's error body for any status. */
  readonly errorBody: (status: number) => unknown;
}

/** A `GET` operation. */
export interface Operation {
  /** Path template, as in the OpenAPI document: `/usage/{sim_id}`. */
  readonly path: string;
  readonly handle: (context: Context<ApiEnvironment>) => Response;
}

/** A provider's error response. Middleware and operations throw it. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly status: ContentfulStatusCode;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: ContentfulStatusCode, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`The provider responds with status ${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** Creates an API: request log, CORS, the provider's middleware, latency, faults and the operations, in this order. */
export function createApi(
  settings: ApiSettings,
  conventions: ProviderConventions,
  operations: readonly Operation[],
): Api {
  const app: Api = new Hono();
  app.use(logRequests(settings.log), allowBrowsers, ...conventions.middleware, addLatency(settings.latency));
  for (const { path, handle } of operations) {
    const route = path.replaceAll(/\{(\w+)\}/g, ":$1");
    app.get(route, injectFaults(settings.faults, `GET ${path}`, conventions.errorBody), handle);
    app.all(route, ({ req }) => {
      throw conventions.methodNotAllowed(req.method);
    });
  }
  app.notFound((context) => errorResponse(context, conventions.notFound(context.req.path)));
  app.onError((error, context) =>
    error instanceof ProviderError
      ? errorResponse(context, error)
      : context.text(`Internal error in @usagewire/emulator: ${error.stack ?? error.message}`, 500),
  );
  return app;
}

const errorResponse = (
  context: Context<ApiEnvironment>,
  { status, body, headers }: ProviderError,
): Response => context.body(JSON.stringify(body), status, { "content-type": "application/json", ...headers });
