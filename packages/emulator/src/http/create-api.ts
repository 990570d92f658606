import { setTimeout as wait } from "node:timers/promises";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import type { DrawnFaultBoard } from "../faults/fault-board.ts";
import { injectFaults } from "../faults/inject-faults.ts";
import type { ApiEnvironment } from "./api-environment.ts";
import { Refusal } from "./refusal.ts";
import { type LoggedRequest, logRequests } from "./request-log.ts";

export type ApiMiddleware = MiddlewareHandler<ApiEnvironment>;
export type Api = Hono<ApiEnvironment>;

/** What differs from one emulator to the next. */
export interface ApiSettings {
  readonly log: LoggedRequest[];
  /** Milliseconds that every request waits once it is let in. */
  readonly latency: number;
  readonly emptyPages: readonly number[];
  readonly clampPageSize: number | undefined;
  /** What goes wrong, when a test wants it to. */
  readonly faults: DrawnFaultBoard;
}

/** What a provider's APIs have in common. */
export interface ProviderManners {
  /** What every request passes, in order: headers, limits, credentials. */
  readonly gates: readonly ApiMiddleware[];
  readonly notFound: (path: string) => Refusal;
  readonly methodNotAllowed: (method: string) => Refusal;
  /** The error body for a status that the emulator never gives by itself. */
  readonly errorBody: (status: number) => unknown;
}

/** A GET operation, under the path template of the API's description, `/usage/{sim_id}`. */
export interface Operation {
  readonly path: string;
  readonly answer: (context: Context<ApiEnvironment>) => Response;
}

/** A provider's API: the log outermost, then the gates, the latency, the faults, and the operations. */
export function createApi(
  settings: ApiSettings,
  manners: ProviderManners,
  operations: readonly Operation[],
): Api {
  const app: Api = new Hono();
  app.use(logRequests(settings.log), ...manners.gates, delay(settings.latency));
  for (const { path, answer } of operations) {
    const route = path.replaceAll(/\{(\w+)\}/g, ":$1");
    app.get(route, injectFaults(settings.faults, `GET ${path}`, manners.errorBody), answer);
    app.all(route, ({ req }) => {
      throw manners.methodNotAllowed(req.method);
    });
  }
  app.notFound((context) => refuse(context, manners.notFound(context.req.path)));
  app.onError((error, context) => {
    if (error instanceof Refusal) return refuse(context, error);
    return context.text(
      `The emulator failed, which no provider would say: ${error.stack ?? error.message}`,
      500,
    );
  });
  return app;
}

const refuse = (context: Context<ApiEnvironment>, { status, body, headers }: Refusal): Response =>
  context.body(JSON.stringify(body), status, { "content-type": "application/json", ...headers });

const delay = (milliseconds: number): ApiMiddleware =>
  createMiddleware<ApiEnvironment>(async (_context, next) => {
    // Unreferenced: a wait whose end nobody is left to see must not hold the process.
    if (milliseconds > 0) await wait(milliseconds, undefined, { ref: false });
    await next();
  });
