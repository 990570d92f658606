import fc from "fast-check";
import { expect, test } from "vitest";
import { record, replay } from "./index.ts";

const MIDDLE = "Qz7w.Middle-8x";
const SECRET = `p+/é "${MIDDLE}" \\?&=%~`;
const KEY = "onok_a1b2c3.f00ba5";

const utf8 = (text: string) => new TextEncoder().encode(text);
const base64 = (text: string) => btoa(String.fromCharCode(...utf8(text)));
const percent = (text: string) =>
  [...utf8(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
const json = (text: string) => JSON.stringify(text).slice(1, -1);

/** Encodings of single characters in which APIs repeat credentials. */
const SPELLINGS: Record<string, (secret: string) => string> = {
  "as it is": (secret) => secret,
  "percent-encoded": encodeURIComponent,
  "percent-encoded in every byte": percent,
  "percent-encoded twice": (secret) => encodeURIComponent(encodeURIComponent(secret)),
  "form-encoded": (secret) => new URLSearchParams({ secret }).toString().slice("secret=".length),
  "in JSON": json,
  "in JSON, ASCII only": (secret) =>
    json(secret).replace(/é/g, "\\u00e9").replace(/&/g, "\\u0026").replace(/\//g, "\\/"),
};

/** Encodings in which the text around the secret changes its first and last characters. */
const BASE64: Record<string, (secret: string) => string> = {
  "in base64": base64,
  "in base64url": (secret) => base64(secret).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""),
  "as a Basic password": (secret) => base64(`AC1:${secret}`),
  "as a Basic password, at another offset": (secret) => base64(`AC12:${secret}`),
  "as a Basic user": (secret) => base64(`${secret}:password`),
  "in percent-encoded base64": (secret) => encodeURIComponent(base64(secret)),
};

/** A recording whose request and response have the text in every part. */
async function recordWith(planted: string): Promise<string> {
  const header = planted.replace("é", encodeURIComponent);
  const response = {
    headers: { "X-Echo": header, Location: `/?a=${header}`, Link: `</${header}>; rel=next` },
  };
  const recording = record(async () => new Response(`<${planted}>{"a":"${planted}"}`, response), {
    secrets: [SECRET, KEY],
  });
  const url = new URL(`http://h/?q=${planted.replace(/[&#]/g, encodeURIComponent)}`);
  // The path of a URL turns the backslashes of JSON escapes into slashes.
  if (!planted.includes('\\"')) url.pathname = `/p/${planted}/a`;
  await recording(url, { method: "POST", body: planted, headers: { "X-Sent": header } });
  return JSON.stringify(await recording.har());
}

test.each(Object.entries(SPELLINGS))("a secret %s appears nowhere in a recording", async (_, spell) => {
  const planted = await recordWith(spell(SECRET));
  expect(planted).not.toContain(MIDDLE);
  expect(planted).not.toContain(spell(MIDDLE));
  expect(planted).toContain("<REDACTED>");
  expect(await recordWith(spell(KEY))).not.toContain(spell(KEY));
});

test.each(Object.entries(BASE64))("a secret %s appears nowhere in a recording", async (_, encode) => {
  for (const secret of [SECRET, KEY]) {
    const text = await recordWith(encode(secret));
    // The characters at both ends encode neighbouring bytes too.
    expect(text).not.toContain(encode(secret).slice(8, -8));
    expect(text).toContain("REDACTED");
  }
});

test("redacts a secret in a binary body", async () => {
  const bytes = Uint8Array.of(0xff, ...utf8(KEY), 0xff);
  const recording = record(async () => new Response(bytes), { secrets: [KEY] });
  await recording("http://h/");
  const played = replay(await recording.har());
  const text = new TextDecoder("latin1").decode(await (await played("http://h/")).arrayBuffer());
  expect(text).toBe("ÿREDACTEDÿ");
});

test("keeps the name and the scheme of headers with credentials", async () => {
  const sent = {
    authorization: "Bearer abc",
    "proxy-authorization": "Basic abc",
    cookie: "a=1",
    "X-API-Key": "abc",
    "x-team-token": "abc",
    "x-harmless": "abc",
  };
  const recording = record(async () => new Response("", { headers: { "set-cookie": "a=1" } }), {
    redact: ["X-Team-Token"],
  });
  await recording("http://h/", { headers: sent });
  await recording("http://h/", { headers: { authorization: "onok_a1b2c3.f00ba5" } });
  const [first, second] = (await recording.har()).log.entries;
  expect(Object.fromEntries(first?.request.headers.map(({ name, value }) => [name, value]) ?? [])).toEqual({
    authorization: "Bearer REDACTED",
    "proxy-authorization": "Basic REDACTED",
    cookie: "REDACTED",
    "x-api-key": "REDACTED",
    "x-team-token": "REDACTED",
    "x-harmless": "abc",
  });
  expect(first?.response.headers).toContainEqual({ name: "set-cookie", value: "REDACTED" });
  expect(second?.request.headers).toEqual([{ name: "authorization", value: "REDACTED" }]);
});

test("redacts parameters, form fields and JSON members with credentials; the recording still replays", async () => {
  const body = '{"access_token": "ey\\"J", "expires_in": 3600, "next": "/a?apiKey=k1&page=2"}';
  const recording = record(async () => new Response(body));
  const call = (fetch: typeof globalThis.fetch) =>
    fetch("http://h/token?api_key=k1&page=1", {
      method: "POST",
      body: new URLSearchParams({ client_secret: "s1", grant: "x" }),
    });
  await call(recording);
  const har = await recording.har();
  const [entry] = har.log.entries;
  expect(entry?.request.url).toBe("http://h/token?api_key=REDACTED&page=1");
  expect(entry?.request.postData?.text).toBe("client_secret=REDACTED&grant=x");
  expect(entry?.response.content.text).toBe(
    '{"access_token": "REDACTED", "expires_in": 3600, "next": "/a?apiKey=REDACTED&page=2"}',
  );
  const played = replay(har);
  await call(played);
  played.assertDone();
});

test("rejects a secret that is too short", () => {
  expect(() => record(undefined, { secrets: [""] })).toThrow(RangeError);
  expect(() => record(undefined, { secrets: ["abc"] })).toThrow(
    "secrets[0] must have at least 4 characters, has 3",
  );
});

// Quadratic time would exceed the timeout by far.
test("redacts long bodies in linear time", { timeout: 60_000 }, async () => {
  const body = `${"a".repeat(2_000_000)}\n${'{"a'.repeat(100_000)}`;
  const recording = record(async () => new Response(body), { secrets: [SECRET, KEY] });
  await recording("http://h/");
  expect((await recording.har()).log.entries[0]?.response.content.text).toBe(body);
});

/** What a recording has of a response body and its headers, and of a request body. */
async function recordedParts(
  parts: { response?: string; location?: string; contentType?: string; request?: string; header?: string },
  secrets: string[] = [],
) {
  const headers = {
    ...(parts.location !== undefined && { Location: parts.location }),
    ...(parts.contentType !== undefined && { "Content-Type": parts.contentType }),
    ...(parts.header !== undefined && { [parts.header]: "1" }),
  };
  const recording = record(async () => new Response(parts.response ?? "", { headers }), { secrets });
  await recording("http://h/", { method: "POST", body: parts.request ?? "" });
  const har = await recording.har();
  const [entry] = har.log.entries;
  if (entry === undefined) throw new Error("nothing was recorded");
  return { ...entry, all: JSON.stringify(har) };
}

test.each([
  ['{"password": 12345, "a": 1}', '{"password": "REDACTED", "a": 1}'],
  ['{"password":-1.5e3}', '{"password":"REDACTED"}'],
  ['{"tokens":[1],"token":true,"a":[1]}', '{"tokens":[1],"token":"REDACTED","a":[1]}'],
  ['{"secret":["a","b]"],"b":[1]}', '{"secret":"REDACTED","b":[1]}'],
  ['{"credentials": {"a": {"b": "}\\"]"}}, "b": {}}', '{"credentials": "REDACTED", "b": {}}'],
  ['{"password":null,"secret":""}', '{"password":null,"secret":"REDACTED"}'],
  ['{"p\\u0061ssword":"abc"}', '{"p\\u0061ssword":"REDACTED"}'],
  ['{"password":"ab\\\\","a":"b"}', '{"password":"REDACTED","a":"b"}'],
  ['{"password":"cut of', '{"password":"REDACTED"'],
  ['{"password":{"a":"cut of', '{"password":"REDACTED"'],
  [
    JSON.stringify({ log: '{"password":"a\\"b","x":1}' }),
    JSON.stringify({ log: '{"password":"REDACTED","x":1}' }),
  ],
  [
    JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ token: ["x\\", { y: 1 }], z: "k" }) }) }),
    JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ token: "REDACTED", z: "k" }) }) }),
  ],
  ['{"next":"/a?api_key=ab\\\\cd&page=2"}', '{"next":"/a?api_key=REDACTED&page=2"}'],
  ['{"next":"/a?api_key=ab\\u00e9cd\\u0026page=2"}', '{"next":"/a?api_key=REDACTED\\u0026page=2"}'],
  ['{"x":"{\\"next\\":\\"/a?api_key=k1\\"}"}', '{"x":"{\\"next\\":\\"/a?api_key=REDACTED\\"}"}'],
  ['{"next_page_token":"abc","PageToken":"d"}', '{"next_page_token":"abc","PageToken":"d"}'],
  ['"https:\\/\\/user:pass@h\\/a" mail@example.com', '"https:\\/\\/REDACTED@h\\/a" mail@example.com'],
])("the body %s is recorded as %s", async (response, recorded) => {
  expect((await recordedParts({ response })).response.content.text).toBe(recorded);
});

test("whatever a named member is, nothing of it is recorded, and the recording replays", async () => {
  const value = fc.jsonValue({ maxDepth: 3 }).filter((json) => json !== null);
  const nesting = fc.nat({ max: 2 });
  await fc.assert(
    fc.asyncProperty(value, nesting, async (secret, levels) => {
      const wrap = (json: unknown) => {
        let text = JSON.stringify({ a: [1], password: json, z: { b: 'x"\\' } });
        for (let level = 0; level < levels; level++) text = JSON.stringify({ text });
        return text;
      };
      const recording = record(async () => new Response(wrap(secret)));
      const call = (fetch: typeof globalThis.fetch, json: unknown) =>
        fetch("http://h/", { method: "POST", body: wrap(json) });
      await call(recording, secret);
      const har = await recording.har();
      expect(har.log.entries[0]?.response.content.text).toBe(wrap("REDACTED"));
      const played = replay(har);
      await call(played, secret);
      played.assertDone();
    }),
  );
});

test("redacts fields of objects in forms, and fields of multipart bodies", async () => {
  const form = await recordedParts({ request: "user[password]=p1&user%5Btoken%5D=t1&user[name]=n" });
  expect(form.request.postData?.text).toBe("user[password]=REDACTED&user%5Btoken%5D=REDACTED&user[name]=n");
  const part = (name: string, value: string) =>
    `--b1\r\nContent-Disposition: form-data; name="${name}"\r\nX-A: 1\r\n\r\n${value}\r\n`;
  const multipart = await recordedParts({
    request: `${part("password", "p1\r\np2")}${part("name", "n")}${part("api_key", "")}--b1--\r\n`,
  });
  expect(multipart.request.postData?.text).toBe(
    `${part("password", "REDACTED")}${part("name", "n")}${part("api_key", "REDACTED")}--b1--\r\n`,
  );
});

test("redacts credentials in the user info and the fragment of a Location", async () => {
  const { response } = await recordedParts({
    location: "https://user:pass@h/cb?page=1#access_token=t1&state=s",
  });
  const location = "https://REDACTED@h/cb?page=1#access_token=REDACTED&state=s";
  expect(response.redirectURL).toBe(location);
  expect(response.headers).toContainEqual({ name: "location", value: location });
});

test("redacts a secret in a media type and in the name of a header", async () => {
  const { all } = await recordedParts({ contentType: `text/x; key=${KEY}`, header: `X-${KEY}` }, [KEY]);
  expect(all.toLowerCase()).not.toContain(KEY.toLowerCase());
  const upper = "KEY-ABC123";
  expect((await recordedParts({ header: `X-${upper}` }, [upper])).all).not.toContain("key-abc123");
});

test.each([
  ["http://tenant1.example/v1/a?b=1", ["http://tenant1.example"], "https://redacted.invalid/v1/a?b=1"],
  ["http://tenant1.example/v1/a?b=1", ["tenant1"], "http://REDACTED.example/v1/a?b=1"],
  ["http://tenant1.example/v1/a", ["http://tenant1.example/v1"], "https://redacted.invalid/REDACTED"],
  ["http://tenant1.example/v1/key1", ["/v1/key1"], "http://tenant1.example/REDACTED"],
])("the URL %s with the secrets %j is recorded as %s", async (url, secrets, recorded) => {
  const recording = record(async () => new Response(""), { secrets });
  await recording(url);
  expect((await recording.har()).log.entries[0]?.request.url).toBe(recorded);
});

test.each([
  ...["X-Access-Token", "X-Authorization", "Api-Secret", "Private-Key", "X-Hub-Signature-256", "X-Signature"],
  ...[
    "X-Twilio-Signature",
    "X-JWT",
    "Ocp-Apim-Subscription-Key",
    "X-Session-Token",
    "X-Goog-Api-Key",
    "Token",
  ],
])("redacts the header %s", async (name) => {
  const recording = record(async () => new Response(""));
  await recording("http://h/", { headers: { [name]: "abc-def" } });
  expect(JSON.stringify(await recording.har())).not.toContain("abc-def");
});

test("redacts hostile bodies in linear time", { timeout: 60_000 }, async () => {
  const parts = [
    "\\",
    '\\"',
    '"password":',
    '"password":[',
    "form-data;",
    'form-data; name="password"\n\n',
    "//a",
    "?a=\\",
  ];
  for (const part of parts) {
    const response = part.repeat(400_000 / part.length);
    expect((await recordedParts({ response })).response.status).toBe(200);
  }
});

test("keeps the data session of a usage record, which is no credential", async () => {
  const body = { usage: [{ session_id: "e22a6894", sim_id: "000000001", bytes: 883068 }] };
  const recording = record(async () => Response.json(body));
  await recording("https://api.example.com/usage");
  expect((await recording.har()).log.entries[0]?.response.content.text).toBe(JSON.stringify(body));
});
