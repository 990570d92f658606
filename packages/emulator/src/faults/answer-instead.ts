import type { Context } from "hono";
import type { StatusCode } from "hono/utils/http-status";
import type { ApiEnvironment } from "../http/api-environment.ts";
import type { AnswerFault } from "./fault.ts";

/** The answer of a fault; without a body of its own it has the provider's for the status. */
export function answerInstead(
  context: Context<ApiEnvironment>,
  { status, headers, body }: AnswerFault,
  errorBody: (status: number) => unknown,
): Response {
  const type = body === undefined ? "application/json" : "text/html; charset=utf-8";
  context.header("content-type", type);
  for (const [name, value] of Object.entries(headers ?? {})) context.header(name, value);
  // Any number is a status to the tests that set it; Hono knows the registered ones.
  return context.newResponse(body ?? JSON.stringify(errorBody(status)), status as StatusCode);
}
