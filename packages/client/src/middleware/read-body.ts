import { endOfString } from "@usagewire/pagination/internal";
import { type Call, callOf } from "../call.ts";
import { MalformedResponseError, maxErrorText, type UnreadableErrorBody } from "../errors.ts";
import { readText } from "../read-text.ts";
import { connectionError } from "./connect.ts";
import type { Middleware } from "./middleware.ts";
import { redactorOf } from "./redact.ts";

/** Reads and parses the body as part of the attempt, so that a body that is cut off, stalls or is not JSON is retried. */
export const readBody: Middleware = (next) => async (request) => {
  const call = callOf(request);
  const { signal } = call.controller;
  call.bytes = undefined;
  const response = await next(request);
  const count = (bytes: number) => {
    if (!signal.aborted) call.bytes = bytes;
  };
  const body = await (response.ok ? readData(response, request, call, count) : readError(response, count));
  // An attempt that timed out may still finish, and must not replace the result of the next one.
  if (!signal.aborted) call.body = body;
  return response;
};

/** Far larger than any page of a list, and far smaller than the memory of a process. */
const maxBytes = 128 * 1024 * 1024;

/** Characters up to which a body is parsed without a look at its shape: no JSON of this length takes long. */
const uncheckedLength = 1024 * 1024;

/** A page of a list has 5 levels or so. */
const maxDepth = 1000;

/** A page of 400,000 records with 12 fields each. */
const maxValues = 5_000_000;

/**
 * The parsed body of a 2xx response; `undefined` if it may be and is empty.
 *
 * @throws MalformedResponseError if the body is not JSON, longer than 128 MiB, or above a limit of `excessOf`.
 * @throws ConnectionError if the body is cut off.
 */
async function readData(
  response: Response,
  request: Request,
  { parse }: Call,
  count: (bytes: number) => void,
): Promise<unknown> {
  const { text, whole } = await readText(response, { bytes: maxBytes }, count).catch((cause) => {
    throw connectionError(request, cause, redactorOf(response), true);
  });
  if (!whole) throw malformed(request, response, `is longer than ${maxBytes} bytes`);
  if (text === "" && mayBeEmpty(request, response)) return undefined;
  const excess = text.length > uncheckedLength ? excessOf(text) : undefined;
  if (excess !== undefined) throw malformed(request, response, `has more than ${excess}`);
  try {
    return parse(text);
  } catch (cause) {
    const problem = text === "" ? "is empty" : `is not JSON${quote(text, response)}`;
    throw malformed(request, response, problem, withoutQuote(cause));
  }
}

/**
 * The limit that a JSON text exceeds. A response of 100 KB can inflate to 100 MB of brackets or commas, which `JSON.parse`
 * needs a minute and gigabytes for; this needs less time than parsing ordinary records.
 */
function excessOf(text: string): string | undefined {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === quotationMark) {
      at = endOfString(text, at);
    } else if (char === comma) {
      values++;
    } else if (char === openingBracket || char === openingBrace) {
      values++;
      if (++depth > maxDepth) return "1,000 levels of nesting";
    } else if (char === closingBracket || char === closingBrace) {
      depth--;
    }
    if (values > maxValues) return "5,000,000 values; request fewer records per page";
  }
  return undefined;
}

const [quotationMark, comma] = [0x22, 0x2c];
const [openingBracket, closingBracket, openingBrace, closingBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

function malformed(request: Request, { status }: Response, problem: string, cause?: unknown) {
  const { pathname } = new URL(request.url);
  return new MalformedResponseError(`${request.method} ${pathname}: ${status}, but the body ${problem}`, {
    cause,
  });
}

/** A GET must have a body; other methods may respond with a status only. */
const mayBeEmpty = ({ method }: Request, { status, headers }: Response): boolean =>
  status === 204 ||
  status === 205 ||
  (method !== "GET" && !/[/+]json\b/i.test(headers.get("content-type") ?? ""));

// Redacted before it is shortened, so that no half of a credential remains; no quote if the credentials are unknown.
function quote(text: string, response: Response): string {
  const redact = redactorOf(response);
  return redact === undefined ? "" : `: ${redact(text.slice(0, 16_384)).slice(0, 80)}`;
}

// Engines quote the text around a syntax error, which may be part of a credential. Not by its class: in Jest it may be another
// realm's.
const withoutQuote = (cause: unknown): unknown =>
  String(cause).includes('"') ? new SyntaxError("not JSON") : cause;

/** The parsed body of a response outside 2xx; an {@link UnreadableErrorBody} if it is empty or not JSON. Always truthy. */
async function readError(response: Response, count: (bytes: number) => void): Promise<unknown> {
  const { text } = await readText(response, { bytes: Number.POSITIVE_INFINITY }, count);
  return parseJson(text) || unreadable(response.status, text);
}

const unreadable = (status: number, text: string): UnreadableErrorBody => ({
  unreadable: true,
  status,
  text: text.slice(0, maxErrorText),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
