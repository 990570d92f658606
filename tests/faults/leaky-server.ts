import type { IncomingMessage, ServerResponse } from "node:http";
import { type HttpServer, startHttpServer } from "./servers.ts";

/** A response that repeats the caller's credentials. */
export interface LeakyResponse {
  readonly name: string;
  readonly respond: (response: ServerResponse, credentials: Credentials, otherOrigin: string) => void;
  /** Set if it concerns only lists that continue by links: a token is opaque and must be sent as it is. */
  readonly linksOnly?: true;
  /** Set if the client does not retry it. */
  readonly final?: true;
  /** Set if the body does not end, so that it cannot be recorded. */
  readonly incomplete?: true;
}

/** The credentials as the server received them. */
interface Credentials {
  /** The header `Authorization`. */
  readonly header: string;
  /** The secret alone. */
  readonly secret: string;
  /** The header and the secret, in the encodings in which servers repeat them. */
  readonly text: string;
}

export interface LeakyServer extends AsyncDisposable {
  readonly server: HttpServer;
  /** The origin of redirects and links: it must receive no request. */
  readonly otherOrigin: HttpServer;
}

export async function startLeakyServer({ respond }: LeakyResponse, secret: string): Promise<LeakyServer> {
  const stack = new AsyncDisposableStack();
  const otherOrigin = stack.use(await startHttpServer((_, response) => response.end("{}")));
  const server = stack.use(
    await startHttpServer((request, response) =>
      respond(response, readCredentials(request, secret), otherOrigin.url),
    ),
  );
  return { otherOrigin, server, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

function readCredentials({ headers }: IncomingMessage, secret: string): Credentials {
  const header = headers.authorization ?? "";
  const base64 = Buffer.from(secret).toString("base64");
  const forms = [
    header,
    secret,
    encodeURIComponent(secret),
    base64,
    Buffer.from(secret).toString("base64url"),
  ];
  return { header, secret, text: forms.join(" | ") };
}

const json = (
  status: number,
  body: (credentials: Credentials, otherOrigin: string) => unknown,
): LeakyResponse["respond"] => {
  return (response, credentials, otherOrigin) => {
    const text = JSON.stringify(body(credentials, otherOrigin));
    response.writeHead(status, { "content-type": "application/json" }).end(text);
  };
};
const html = (status: number, body: (credentials: Credentials) => string): LeakyResponse["respond"] => {
  return (response, credentials) => {
    response.writeHead(status, { "content-type": "text/html" }).end(body(credentials));
  };
};
const escapedJson = (message: (credentials: Credentials) => string): LeakyResponse["respond"] => {
  return (response, credentials) => {
    const escaped = Array.from(message(credentials), (char) => {
      return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
    response.writeHead(400, { "content-type": "application/json" }).end(`{"message": "${escaped.join("")}"}`);
  };
};
const list = (next: unknown) => ({
  usage_records: [],
  usage: [],
  meta: { next_page_url: next },
  next_page_uri: next,
  pagination: { has_more: true, next_page: next },
});

export const leakyResponses: readonly LeakyResponse[] = [
  ...[400, 401, 403, 404, 429, 500].map((status) => ({
    name: `the message of a ${status}`,
    respond: json(status, ({ text }) => ({ code: 20003, message: `wrong: ${text}`, status })),
    ...(status < 429 && { final: true as const }),
  })),
  {
    name: "a message with every character escaped",
    respond: escapedJson(({ text }) => text),
    final: true,
  },
  {
    name: "a message with every byte percent-encoded",
    respond: json(400, ({ text }) => ({ message: Buffer.from(text).toString("hex").replace(/../g, "%$&") })),
    final: true,
  },
  {
    name: "a message in base64 at any offset",
    respond: json(400, ({ secret }) => ({
      message: ["", "a", "ab"]
        .map((before) => Buffer.from(`${before}${secret}`).toString("base64"))
        .join(" "),
    })),
    final: true,
  },
  {
    name: "a problem document",
    respond: json(403, ({ text }) => ({ title: text, detail: text, more: [{ text }] })),
    final: true,
  },
  { name: "an error code", respond: json(400, ({ secret }) => ({ error: secret })), final: true },
  { name: "an HTML page of a proxy", respond: html(502, ({ text }) => `<pre>${text}</pre>`) },
  { name: "a long HTML page", respond: html(502, ({ text }) => `${"x".repeat(1980)}${text}`) },
  { name: "an HTML page with status 200", respond: html(200, ({ text }) => `<pre>${text}</pre>`) },
  {
    name: "an HTML page of which an excerpt ends within the secret",
    respond: html(200, ({ secret }) => `${"x".repeat(70)}${secret}`),
  },
  {
    name: "invalid JSON",
    respond: html(200, ({ text }) => `{"usage_records": [${JSON.stringify(text)}, oops`),
  },
  {
    name: "text in place of records",
    respond: json(200, ({ text }) => ({ usage_records: text, usage: text })),
    final: true,
  },
  {
    name: "an object in place of a next link",
    respond: json(200, ({ secret }) => list({ [secret]: secret })),
    final: true,
  },
  {
    name: "a next link without a query",
    respond: json(200, ({ secret }, otherOrigin) => list(`${otherOrigin}/${secret}`)),
    linksOnly: true,
    final: true,
  },
  {
    name: "headers",
    final: true,
    respond: (response, { text, secret }) => {
      const echoed = {
        "twilio-request-id": secret,
        "x-request-id": secret,
        "retry-after": "0",
        "x-echo": text,
      };
      response.writeHead(403, { ...echoed, "content-type": "application/json" }).end('{"message":"no"}');
    },
  },
  {
    name: "a status line",
    respond: (response, { text }) => {
      response.writeHead(503, text, { "content-type": "text/plain" }).end();
    },
  },
  {
    name: "a redirect to another origin",
    final: true,
    respond: (response, { secret }, otherOrigin) => {
      response.writeHead(307, { location: `${otherOrigin}/?token=${encodeURIComponent(secret)}` }).end();
    },
  },
  {
    name: "a response that is not HTTP",
    incomplete: true,
    respond: (response, { text }) => {
      response.socket?.end(`${text}\r\n`);
    },
  },
  {
    name: "a body that stops being HTTP",
    incomplete: true,
    respond: (response, { text }) => {
      response.writeHead(200, { "transfer-encoding": "chunked" }).write("{", () => {
        response.socket?.end(`${text}\r\n`);
      });
    },
  },
  {
    name: "a connection that breaks",
    incomplete: true,
    respond: (response, { text }) => {
      response.writeHead(200, { "content-length": "10000", "x-echo": text });
      response.write(text, () => response.destroy());
    },
  },
  {
    name: "a body that stalls",
    incomplete: true,
    respond: (response, { text }) => {
      response.writeHead(200, { "x-echo": text }).write(text);
    },
  },
];
