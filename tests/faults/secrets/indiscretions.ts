import type { IncomingMessage, ServerResponse } from "node:http";

/** An answer of a server that gives away what it was told. */
export interface Indiscretion {
  readonly name: string;
  readonly answer: (response: ServerResponse, echo: Echo, other: string) => void;
  /** Whether it says something only where the list is continued by links: a token is the position, whatever it says. */
  readonly linksOnly?: boolean;
}

/** What the server heard, in the forms in which servers repeat it. */
export interface Echo {
  readonly header: string;
  /** The credential alone, as the server knows it. */
  readonly secret: string;
  /** All forms in a text. */
  readonly text: string;
}

export function echoOf({ headers }: IncomingMessage, secret: string): Echo {
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

const json = (status: number, body: (echo: Echo, other: string) => unknown): Indiscretion["answer"] => {
  return (response, echo, other) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body(echo, other)));
  };
};
const text = (status: number, body: (echo: Echo) => string): Indiscretion["answer"] => {
  return (response, echo) => {
    response.writeHead(status, { "content-type": "text/html" }).end(body(echo));
  };
};
const list = (next: unknown) => ({
  usage_records: [],
  usage: [],
  meta: { next_page_url: next },
  next_page_uri: next,
  pagination: { has_more: true, next_page: next },
});

export const indiscretions: readonly Indiscretion[] = [
  ...[400, 401, 403, 404, 429, 500].map((status) => ({
    name: `a ${status} whose message repeats them`,
    answer: json(status, (echo) => ({ code: 20003, message: `wrong: ${echo.text}`, status })),
  })),
  {
    name: "a problem document",
    answer: json(403, ({ text }) => ({ title: text, detail: text, more: [{ text }] })),
  },
  { name: "an error code", answer: json(400, ({ secret }) => ({ error: secret })) },
  { name: "a proxy's page", answer: text(502, (echo) => `<pre>${echo.text}</pre>`) },
  { name: "a long page", answer: text(502, (echo) => `${"x".repeat(1980)}${echo.text}`) },
  { name: "a page instead of a list", answer: text(200, (echo) => `<pre>${echo.text}</pre>`) },
  { name: "a page that is cut amid them", answer: text(200, (echo) => `${"x".repeat(70)}${echo.secret}`) },
  {
    name: "broken JSON",
    answer: text(200, (echo) => `{"usage_records": [${JSON.stringify(echo.text)}, oops`),
  },
  {
    name: "text where records should be",
    answer: json(200, ({ text }) => ({ usage_records: text, usage: text })),
  },
  { name: "them in place of a next link", answer: json(200, ({ secret }) => list({ [secret]: secret })) },
  {
    name: "a next link without a query",
    answer: json(200, ({ secret }, other) => list(`${other}/${secret}`)),
    linksOnly: true,
  },
  {
    name: "headers",
    answer: (response, { text, secret }) => {
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
    answer: (response, { text }) => {
      response.writeHead(503, text, { "content-type": "text/plain" }).end();
    },
  },
  {
    name: "a redirect to another origin",
    answer: (response, { secret }, other) => {
      response.writeHead(307, { location: `${other}/?token=${encodeURIComponent(secret)}` }).end();
    },
  },
  {
    name: "a lost connection",
    answer: (response, { text }) => {
      response.writeHead(200, { "content-length": "10000", "x-echo": text });
      response.write(text, () => response.destroy());
    },
  },
  {
    name: "a body that stalls",
    answer: (response, { text }) => {
      response.writeHead(200, { "x-echo": text }).write(text);
    },
  },
];
