import { STATUS_CODES } from "node:http";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { Refusal } from "../http/refusal.ts";

/** A refusal with Twilio's error body. */
export function twilioError(
  status: ContentfulStatusCode,
  code: number,
  message: string,
  headers?: Readonly<Record<string, string>>,
): Refusal {
  return new Refusal(status, twilioErrorBody(status, code, message), headers);
}

/** The body that goes with a status; most general codes are 20000 and the status. */
export const twilioErrorBody = (
  status: number,
  code = 20000 + status,
  message = STATUS_CODES[status] ?? "Error",
) => ({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });

export const twilioNotFound = (path: string): Refusal =>
  twilioError(404, 20404, `The requested resource ${path} was not found`);

export const twilioMethodNotAllowed = (method: string): Refusal =>
  twilioError(405, 20004, `Method ${method} is not allowed`, { allow: "GET, HEAD" });
