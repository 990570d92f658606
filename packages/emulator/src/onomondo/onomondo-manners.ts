import { STATUS_CODES } from "node:http";
import type { OnomondoOptions } from "../emulator-options.ts";
import type { ProviderManners } from "../http/create-api.ts";
import { authenticateOnomondo } from "./authenticate.ts";
import { limitRate } from "./limit-rate.ts";
import { onomondoError } from "./onomondo-error.ts";

const DEFAULT_RATE_LIMIT = 600;

export const onomondoManners = (
  apiKey: string,
  { authScheme = "raw", rateLimit = DEFAULT_RATE_LIMIT }: OnomondoOptions = {},
): ProviderManners => ({
  gates: [limitRate(rateLimit), authenticateOnomondo(apiKey, authScheme)],
  notFound: () => onomondoError(404, "not_found"),
  methodNotAllowed: () => onomondoError(405, "method_not_allowed", { allow: "GET, HEAD" }),
  errorBody: (status) => ({ error: (STATUS_CODES[status] ?? "error").toLowerCase().replaceAll(" ", "_") }),
});
