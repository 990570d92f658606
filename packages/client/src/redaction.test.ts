import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { api } from "../test/fleet-api/operations.ts";
import type { paths } from "../test/fleet-api/schema.ts";
import { serve } from "../test/serve.ts";
import { basic, createClient, header, type Middleware, unwrap } from "./index.ts";
import { redactError, redactUrl } from "./redaction.ts";

const everyUnit = (text: string, write: (unit: number) => string) =>
  Array.from({ length: text.length }, (_, index) => write(text.charCodeAt(index))).join("");
const everyByte = (text: string, write: (hex: string) => string) =>
  Array.from(Buffer.from(text), (byte) => write(byte.toString(16).padStart(2, "0"))).join("");
const everyPoint = (text: string, write: (point: number) => string) =>
  Array.from(text, (char) => write(char.codePointAt(0) ?? 0)).join("");
const json = (text: string) => JSON.stringify(text).slice(1, -1);

/** What a server may make of a credential before it writes it into a JSON string. */
const encodings: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  "upper case": (secret) => secret.toUpperCase(),
  "percent-encoded": encodeURIComponent,
  "every byte percent-encoded": (secret) => everyByte(secret, (hex) => `%${hex}`),
  "every byte percent-encoded in upper case": (secret) => everyByte(secret, (hex) => `%${hex.toUpperCase()}`),
  "percent-encoded twice": (secret) => encodeURIComponent(everyByte(secret, (hex) => `%${hex}`)),
  "in a form": (secret) => new URLSearchParams({ "": secret }).toString().slice(1),
  "JSON in JSON": json,
  "escaped JSON in JSON": (secret) => everyUnit(secret, (unit) => `\\u${unit.toString(16).padStart(4, "0")}`),
  "escaped as in Python": (secret) => everyByte(secret, (hex) => `\\x${hex}`),
  "HTML entities": (secret) => everyPoint(secret, (point) => `&#${point};`),
  "hexadecimal HTML entities": (secret) => everyPoint(secret, (point) => `&#x${point.toString(16)};`),
  hexadecimal: (secret) => everyByte(secret, (hex) => hex),
  base64: (secret) => Buffer.from(secret).toString("base64"),
  base64url: (secret) => Buffer.from(secret).toString("base64url"),
  "base64 after one byte": (secret) => Buffer.from(`:${secret}`).toString("base64"),
  "base64 after two bytes": (secret) => Buffer.from(`::${secret}`).toString("base64"),
  "base64 within a text": (secret) => Buffer.from(`{"key": "${secret}"}`).toString("base64"),
  "base64, percent-encoded": (secret) => encodeURIComponent(Buffer.from(secret).toString("base64")),
};

/** How a server may write a text into a JSON string. */
const jsonWriters: Readonly<Record<string, (text: string) => string>> = {
  plain: json,
  "slashes escaped": (text) => json(text).replaceAll("/", "\\/"),
  "quotes and signs escaped": (text) =>
    json(text).replace(/["\\]{2}|[&<>'+=]/g, (part) =>
      part.length > 1 ? part : `\\u00${part.charCodeAt(0).toString(16)}`,
    ),
  "everything escaped": (text) => everyUnit(text, (unit) => `\\u${unit.toString(16).padStart(4, "0")}`),
  "everything escaped in upper case": (text) =>
    everyUnit(text, (unit) => `\\u${unit.toString(16).padStart(4, "0").toUpperCase()}`),
};

const printable = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 6,
  maxLength: 40,
});
const secrets = printable.filter(
  (secret) => secret.trim() === secret && new Set(secret).size > 3 && !"[redacted]".includes(secret),
);
const passwords = fc
  .string({ unit: "grapheme", minLength: 9, maxLength: 30 })
  .filter((password) => new Set(password).size > 5);

/** A secret, how a server echoes it, and how it writes the echo in a JSON string. */
const echoes = fc
  .tuple(secrets, fc.constantFrom(...Object.keys(encodings)), fc.constantFrom(...Object.keys(jsonWriters)))
  .map(([secret, encoding, writer]) => {
    const echo = encodings[encoding]?.(secret) ?? "";
    return { secret, echo, written: jsonWriters[writer]?.(echo) ?? "" };
  });

/** A place for a text in a JSON document, as a function that writes the document around it. */
const places = fc.letrec<{ place: (text: string) => string }>((tie) => ({
  place: fc.oneof(
    { maxDepth: 4 },
    fc.constant((text: string) => `"${text}"`),
    fc.json({ maxDepth: 1 }).map((other) => (text: string) => `{"message":"no: ${text}!","other":${other}}`),
    fc.constant((text: string) => `{"${text}":1}`),
    tie("place").map((inner) => (text: string) => `{"code":20003,"errors":[null,${inner(text)}]}`),
    tie("place").map((inner) => (text: string) => `[{"detail":${inner(text)}}]`),
  ),
})).place;

/** A server that responds with one body, and what a client shows of it. */
async function showing() {
  let body = "";
  const { url } = await serve((_, response) => response.writeHead(400, { "x-echo": "1" }).end(body));
  return async (authorize: Middleware, text: string) => {
    body = text;
    const client = createClient<paths>(api, { baseUrl: url, authorize, retry: false });
    const { error } = await client.GET("/v1/Usage");
    const thrown: unknown = await unwrap(client.GET("/v1/Usage")).catch((e: unknown) => e);
    const shown = [error, thrown].map(
      (value) =>
        inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: null }) +
        JSON.stringify(value),
    );
    return {
      error,
      text: `${shown.join("\n")}${thrown instanceof Error ? thrown.message : ""}`,
    };
  };
}

/** The forms of a credential that must not be in a text, with or without the escapes of the text itself. */
const formsOf = (secret: string, echo: string) => [secret, json(secret), echo, json(echo), json(json(echo))];

describe("nothing made from a response shows a credential that the response echoes", () => {
  test("in any encoding, anywhere in JSON", async () => {
    const show = await showing();
    await fc.assert(
      fc.asyncProperty(echoes, places, async ({ secret, echo, written }, place) => {
        const { text } = await show(header("X-Api-Key", secret), place(written));
        for (const form of formsOf(secret, echo)) expect(text).not.toContain(form);
        expect(text).toContain("[redacted]");
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test("if it is the password of Basic credentials, in any script", async () => {
    const show = await showing();
    await fc.assert(
      fc.asyncProperty(
        passwords,
        fc.constantFrom(...Object.keys(encodings).filter((name) => name !== "upper case")),
        places,
        async (password, encoding, place) => {
          const echo = encodings[encoding]?.(password) ?? "";
          const { text } = await show(basic("AC1", password), place(json(echo)));
          for (const form of formsOf(password, echo)) expect(text).not.toContain(form);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  test("in a body that is cut off or is no JSON", async () => {
    const show = await showing();
    await fc.assert(
      fc.asyncProperty(
        echoes,
        fc.constantFrom('{"message":"', "<p>", "key "),
        async ({ secret, echo, written }, before) => {
          const { text } = await show(header("X-Api-Key", secret), before + written);
          for (const form of [...formsOf(secret, echo), written]) expect(text).not.toContain(form);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  test("of which it holds 8 characters or more", async () => {
    const show = await showing();
    await fc.assert(
      fc.asyncProperty(
        secrets.filter(({ length }) => length > 8),
        fc.nat(),
        fc.nat(),
        fc.constantFrom("plain", "percent-encoded", "every byte percent-encoded", "escaped JSON in JSON"),
        async (secret, from, length, encoding) => {
          const start = from % (secret.length - 7);
          const part = secret.slice(start, start + 8 + (length % secret.length));
          const echo = encodings[encoding]?.(part) ?? "";
          const { text } = await show(header("X-Api-Key", secret), `{"message":"key ${json(echo)}"}`);
          for (const form of formsOf(part, echo)) expect(text).not.toContain(form);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});

it("leaves the rest of a body unchanged", async () => {
  const show = await showing();
  const { error } = await show(
    header("X-Api-Key", "k3y-of-mine"),
    '{"code":20003,"k3y-of-mine":[true,null,"a k3y-of-mine b",20.5],"__proto__":{"c":"K3Y%2dof%2Dmine."}}',
  );
  expect(JSON.stringify(error)).toBe(
    '{"code":20003,"[redacted]":[true,null,"a [redacted] b",20.5],"__proto__":{"c":"[redacted]."}}',
  );
});

it("redacts a credential that a server writes as a number", async () => {
  const show = await showing();
  expect((await show(header("X-Api-Key", "4711081599"), '{"key":4711081599,"code":4711}')).error).toEqual({
    key: "[redacted]",
    code: 4711,
  });
});

it("does not redact the user name of Basic credentials, which providers name in their messages", async () => {
  const show = await showing();
  const { error } = await show(
    basic("AC0123456789", "hunter2-secret"),
    '{"message":"AC0123456789 has no SIM"}',
  );
  expect(error).toEqual({ message: "AC0123456789 has no SIM" });
});

it("redacts the user name if the password is only a filler", async () => {
  const show = await showing();
  const { error } = await show(basic("key-of-acme", "x"), '{"message":"unknown key-of-acme"}');
  expect(error).toEqual({ message: "unknown [redacted]" });
});

it.each([
  ["?access_token=abc&x=1", "?access_token=[redacted]&x=1"],
  ["?x=1&api%5Fkey=a%20b", "?x=1&api%5Fkey=[redacted]"],
  ["?sig=abc&X-Amz-Signature=abc#top", "?sig=[redacted]&X-Amz-Signature=[redacted]#top"],
  ["?PageToken=abc&next_page_token=b&last_key=c&keyword=d", undefined],
  ["", undefined],
])("shows a URL with the query %j as %j", (query, shown = query) => {
  expect(redactUrl(`https://api.example.com/v1/a${query}`)).toBe(`https://api.example.com/v1/a${shown}`);
});

describe("an error of the platform", () => {
  const redact = (text: string) => text.replaceAll("hunter2-secret", "[redacted]");

  it("is kept as it is if it shows no credential", () => {
    const error = new TypeError("fetch failed", {
      cause: Object.assign(new AggregateError([new Error("a")]), { code: "ECONNREFUSED" }),
    });
    expect(redactError(error, redact)).toBe(error);
  });

  it("is a copy of the same class otherwise, with what is known about it", () => {
    const inner = Object.assign(new RangeError("bad hunter2-secret"), {
      code: "E1",
      list: ["hunter2-secret", 1],
    });
    const error = new TypeError("fetch failed", { cause: inner });
    Object.assign(inner, { self: error });
    const copy = redactError(error, redact) as TypeError;
    expect(copy).toBeInstanceOf(TypeError);
    expect(copy.cause).toBeInstanceOf(RangeError);
    expect(copy.cause).toMatchObject({
      message: "bad [redacted]",
      code: "E1",
      list: ["[redacted]", 1],
      self: copy,
    });
    expect(copy.stack).toContain("redaction.test.ts");
    expect(inspect(copy, { depth: null, showHidden: true })).not.toContain("hunter2");
  });

  it("has no objects of which nothing is known", () => {
    const request = new Request("https://x.example.com", { headers: { "x-key": "hunter2-secret" } });
    const error = Object.assign(new Error("failed"), {
      request,
      bytes: Buffer.from("hunter2-secret"),
      status: 1,
    });
    const copy = redactError(error, redact);
    expect(copy).toMatchObject({ message: "failed", request: undefined, bytes: undefined, status: 1 });
  });

  it("may be a DOMException, or no error at all", () => {
    const copy = redactError(new DOMException("hunter2-secret is bad", "InvalidStateError"), redact);
    expect(copy).toBeInstanceOf(Error);
    expect(copy).toMatchObject({ name: "InvalidStateError", message: "[redacted] is bad" });
    expect(redactError("hunter2-secret", redact)).toBe("[redacted]");
    expect(redactError(undefined, redact)).toBeUndefined();
  });
});
