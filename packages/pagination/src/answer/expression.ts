import type { AnswerHeaders } from "../page.ts";
import { pointer } from "./pointer.ts";

export type ReadExpression = (body: unknown, headers: AnswerHeaders | undefined) => unknown;

const BODY = "$response.body#";
const HEADER = "$response.header.";
/** RFC 9110, 5.1; `Headers` throws at other names. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * Compiles an OpenAPI runtime expression to a function that reads it from a response; an absent one gives `undefined`.
 *
 * @throws TypeError when the text is not an expression that reads a response.
 */
export function expression(text: string): ReadExpression {
  if (text.startsWith(BODY)) {
    const read = pointer(text.slice(BODY.length));
    return (body) => read(body);
  }
  const name = text.startsWith(HEADER) ? text.slice(HEADER.length) : "";
  if (HEADER_NAME.test(name)) {
    return (_body, headers) => headerOf(headers, name);
  }
  throw new TypeError(
    `"${text}" is not a response expression: accepted are ${BODY}/pointer and ${HEADER}Name`,
  );
}

function headerOf(headers: AnswerHeaders | undefined, name: string): string | undefined {
  if (headers === undefined) return undefined;
  if (isHeaders(headers)) return headers.get(name) ?? undefined;
  const wanted = name.toLowerCase();
  return Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

const isHeaders = (headers: AnswerHeaders): headers is Pick<Headers, "get"> =>
  typeof headers.get === "function";
