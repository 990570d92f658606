import type { AnswerHeaders } from "../page.ts";
import { pointer } from "./pointer.ts";

export type ReadExpression = (body: unknown, headers: AnswerHeaders | undefined) => unknown;

/** A pointer into the body, or the name of a header (RFC 9110, 5.1; `Headers` throws at other names). */
const EXPRESSION = /^\$response\.(?:body#(.*)|header\.([\w!#$%&'*+.^`|~-]+))$/s;

/**
 * Compiles an OpenAPI runtime expression to a function that reads it from a response; an absent one gives `undefined`.
 *
 * @throws TypeError when the text is not an expression that reads a response.
 */
export function expression(text: string): ReadExpression {
  const [, path, name] = EXPRESSION.exec(text) ?? [];
  if (path !== undefined) return pointer(path);
  if (name !== undefined) return (_body, headers) => headerOf(headers, name);
  throw new TypeError(
    `"${text}" is not a response expression: accepted are $response.body#/pointer and $response.header.Name`,
  );
}

function headerOf(headers: AnswerHeaders = {}, name: string): string | undefined {
  if (isHeaders(headers)) return headers.get(name) ?? undefined;
  const wanted = name.toLowerCase();
  return Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

const isHeaders = (headers: AnswerHeaders): headers is Pick<Headers, "get"> =>
  typeof headers.get === "function";
