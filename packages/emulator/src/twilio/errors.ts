import { STATUS_CODES } from "node:http";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ProviderError } from "../http/api.ts";

/** Creates an error with Twilio's error body. Codes: https://www.twilio.com/docs/api/errors */
export const twilioError = (
  status: ContentfulStatusCode,
  code: number,
  message: string,
  headers?: Readonly<Record<string, string>>,
): ProviderError => new ProviderError(status, twilioErrorBody(status, code, message), headers);

/** Returns Twilio's error body. Most general codes are 20000 plus the status. */
export const twilioErrorBody = (
  status: number,
  code = 20000 + status,
  message = STATUS_CODES[status] ?? "Error",
) => ({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });

export const twilioNotFound = (path: string): ProviderError =>
  twilioError(404, 20404, `The requested resource ${path} was not found`);

/** Creates the error for an invalid parameter that has no code of its own. */
export const twilioInvalidParameter = (message: string): ProviderError => twilioError(400, 20001, message);
