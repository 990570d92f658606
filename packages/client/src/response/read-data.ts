import type { Call } from "../call.ts";
import { MalformedResponseError } from "../errors/malformed-response-error.ts";
import { connectionError } from "../wire/connect.ts";
import { credentialsIn } from "../wire/credentials-in.ts";
import { redact } from "../wire/redact.ts";
import { readText } from "./read-text.ts";

/** Far above any list's page, and far below what a process can hold. */
const maxBytes = 128 * 1024 * 1024;

/**
 * The body of a 2xx answer, parsed once. Without one, what a 204 or a call other than GET gives is `undefined`.
 *
 * @throws MalformedResponseError when the body is not JSON, or longer than 128 MiB.
 * @throws ConnectionError when the body is cut.
 */
export async function readData(
  response: Response,
  request: Request,
  call: Call,
  count: (bytes: number) => void,
): Promise<unknown> {
  const { text, whole } = await readText(response, { bytes: maxBytes }, count).catch((cause) => {
    throw connectionError(request, cause, true);
  });
  if (!whole) throw malformed(request, response, `is longer than ${maxBytes} bytes`);
  if (text === "" && mayBeEmpty(request, response)) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    const found = text === "" ? "is empty" : `is not JSON${quote(text, call.sent)}`;
    throw malformed(request, response, found, unquoted(cause));
  }
}

function malformed(request: Request, { status }: Response, found: string, cause?: unknown) {
  const { pathname } = new URL(request.url);
  return new MalformedResponseError(`${request.method} ${pathname}: ${status}, but the body ${found}`, {
    cause,
  });
}

/** Who only reads wants what there is to read; what changes something may be answered with a status alone. */
const mayBeEmpty = ({ method }: Request, { status, headers }: Response): boolean =>
  status === 204 ||
  status === 205 ||
  (method !== "GET" && !/[/+]json\b/i.test(headers.get("content-type") ?? ""));

// Redacted before it is cut, lest half a credential remain; and left out where nobody knows what to redact.
const quote = (text: string, sent: Headers | undefined): string =>
  sent === undefined ? "" : `: ${redact(text.slice(0, 16_384), credentialsIn(sent)).slice(0, 80)}`;

// Engines quote the text around the fault, and with it perhaps a part of a credential.
const unquoted = (cause: unknown): unknown =>
  cause instanceof SyntaxError && cause.message.includes('"') ? new SyntaxError("not JSON") : cause;
