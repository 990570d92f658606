import { createMiddleware } from "hono/factory";
import type { OnomondoAuthScheme } from "../emulator-options.ts";
import type { ApiEnvironment } from "../http/api-environment.ts";
import { onomondoError } from "./onomondo-error.ts";

/** Lets in who shows the key in an accepted form: bare, or behind `Bearer`. */
export function authenticateOnomondo(apiKey: string, scheme: OnomondoAuthScheme) {
  const accepted = { raw: [apiKey], bearer: [`Bearer ${apiKey}`], both: [apiKey, `Bearer ${apiKey}`] }[
    scheme
  ];
  return createMiddleware<ApiEnvironment>(async ({ req }, next) => {
    if (!accepted.includes(req.header("authorization") ?? "")) throw onomondoError(401, "unauthorized");
    await next();
  });
}
