import type { Har } from "@usagewire/replay";
import { describe, expect, test } from "vitest";
import { metersHar, metersSpec } from "../test/meters/meters.ts";
import { tinyHar } from "../test/tiny/tiny-recordings.ts";
import { tinySpec } from "../test/tiny/tiny-spec.ts";
import { checkRecording } from "./check-recording.ts";
import { toRecording } from "./recording.ts";
import { createSpec } from "./spec.ts";

const har = await tinyHar();

/** The problems after replacing a text everywhere in the recording or in the spec. */
function problems(change: { har?: [string, string]; spec?: [string, string] } = {}): string[] {
  const changed: Har = JSON.parse(
    change.har ? replaceAll(JSON.stringify(har), ...change.har) : JSON.stringify(har),
  );
  const spec = tinySpec((yaml) => (change.spec ? replaceAll(yaml, ...change.spec) : yaml));
  return checkRecording([spec], toRecording("tiny.har", changed));
}

function replaceAll(text: string, from: string, to: string): string {
  if (from === to) return text;
  expect(text).toContain(from);
  return text.replaceAll(from, to);
}

const one = "tiny.har entry 0 (GET /v2/things/7): ";
const first = "tiny.har entry 1 (GET /v2/things?size=2&deep=true&kind[]=x&kind[]=y): ";

test("finds no problems in a recording that matches the spec", () => {
  expect(problems()).toEqual([]);
});

test.each<[string, Parameters<typeof problems>[0], string]>([
  [
    "an unknown field",
    { har: [String.raw`\"price\"`, String.raw`\"cost\"`] },
    `${one}response body /cost is not in the spec`,
  ],
  [
    "a missing field",
    { har: [String.raw`\"price\"`, String.raw`\"cost\"`] },
    `${one}response body /price is missing`,
  ],
  [
    "a field renamed in the spec",
    { spec: ["name: { type: string }", "nom: { type: string }"] },
    `${one}response body /name is not in the spec`,
  ],
  [
    "an unknown field of a nested object in anyOf",
    { spec: ["{ town: { type: string } }", "{ city: { type: string } }"] },
    `${one}response body /made/town is not in the spec`,
  ],
  [
    "a field of the wrong type in a list",
    { har: [String.raw`\"thing 0\"`, "0"] },
    `${first}response body /things/0/name must be string, found 0`,
  ],
  [
    "a value of the wrong type in additionalProperties",
    { har: [String.raw`{\"a\":\"b\"}`, String.raw`{\"a\":1}`] },
    `${one}response body /tags/a must be string, found 1`,
  ],
  [
    "a parameter that is not in the spec",
    { har: ["deep=true", "dep=true"] },
    '"dep" is not in the spec (known: after, size, kind, deep)',
  ],
  [
    "a parameter renamed in the spec",
    { spec: ["name: deep", "name: depth"] },
    `${first}query parameter "deep" is not in the spec`,
  ],
  [
    "a parameter of the wrong type",
    { har: ["deep=true", "deep=yes"] },
    'query parameter "deep" must be boolean, found "yes"',
  ],
  [
    "a parameter out of range",
    { har: ["size=2", "size=200"] },
    'query parameter "size" must be <= 100, found 200',
  ],
  [
    "a path parameter of the wrong type",
    { har: ["things/7", "things/x"] },
    'path parameter "id" must be integer, found "x"',
  ],
  [
    "a path that is not in the spec",
    { har: ["v2/things/7", "v2/thing/7"] },
    "matches no operation of the specs (known: GET /v2/things, GET /v2/parts, GET /v2/things/{id})",
  ],
  [
    "a status that is not in the spec",
    {
      spec: [
        'default: { $ref: "#/components/responses/Error" }',
        '"500": { $ref: "#/components/responses/Error" }',
      ],
    },
    "status 400 is not in the spec (known: 200, 500)",
  ],
  [
    "an error of another shape",
    { har: [String.raw`{\"error\"`, String.raw`{\"message\"`] },
    "response body /error is missing",
  ],
  ["a body that is not JSON", { har: [String.raw`{\"things\":[],`, "<"] }, "response body is not JSON"],
  ["a missing header", { har: ["x-left", "x-right"] }, `${one}response header X-Left is missing`],
  [
    "a header of the wrong type",
    { har: ['"value":"3"', '"value":"many"'] },
    `${one}response header X-Left must be integer, found "many"`,
  ],
  [
    "a request without credentials",
    { har: ["authorization", "x-other"] },
    `${one}request has no credentials; add the header authorization: REDACTED`,
  ],
  [
    "a credential that was not redacted",
    { har: ["Bearer REDACTED", "Bearer abc"] },
    `${one}header authorization contains a credential`,
  ],
  [
    "a filter that changes between pages",
    { har: ["&kind[]=x&kind[]=y&after=4", "&kind[]=x&after=4"] },
    'query parameter "kind" differs from that of the first page',
  ],
  [
    "a recording without an origin",
    { har: ["emulated: in memory", "?"] },
    "tiny.har: log.comment must start with",
  ],
])("finds %s", (_, change, message) => {
  expect(problems(change)).toContainEqual(expect.stringContaining(message));
});

test("accepts the error page of a proxy", () => {
  const proxy: Har = structuredClone(har);
  const { response } = proxy.log.entries[0] ?? expect.unreachable();
  Object.assign(response, {
    status: 502,
    content: { text: "<h1>Bad gateway</h1>" },
    headers: [{ name: "content-type", value: "text/html" }],
  });
  expect(checkRecording([tinySpec()], toRecording("tiny.har", proxy))).toEqual([]);
});

test("reports a problem of every record once, with the number of occurrences", () => {
  const renamed = problems({ spec: ["name: { type: string }", "nom: { type: string }"] });
  expect(renamed.filter((problem) => problem.startsWith(first))).toEqual([
    `${first}response body /things/0/name is not in the spec; 2 occurrences`,
  ]);
});

describe("a recording of another team", () => {
  const get = "chrome.har entry 0 (GET /v3/meters?ids=1,2&range[from]=2025-06-01&range[days]=7): ";
  const post = "chrome.har entry 1 (POST /v3/meters): ";

  /** The problems after replacing a text everywhere in the recording. */
  function metersProblems(from = "", to = ""): string[] {
    const changed: Har = JSON.parse(replaceAll(JSON.stringify(metersHar()), from, to));
    return checkRecording([createSpec("meters.yaml", metersSpec())], toRecording("chrome.har", changed));
  }

  test("has no problems if it matches the spec", () => {
    expect(metersProblems()).toEqual([]);
  });

  test.each<[string, [string, string], string]>([
    [
      "an unknown field of a request body",
      ['\\"serial\\"', '\\"srl\\"'],
      `${post}request body /srl is not in the spec`,
    ],
    [
      "a request body of another type",
      ['"value":"application/json"', '"value":"text/csv"'],
      `${post}request body has type text/csv, expected application/json`,
    ],
    [
      "an item that is not an integer",
      ["ids=1,2", "ids=1,b"],
      'query parameter "ids" /1 must be integer, found "b"',
    ],
    [
      "a member of the wrong format",
      ["=2025-06-01", "=soon"],
      'query parameter "range" /from must match format "date"',
    ],
    [
      "an unknown member",
      ["range[days]", "range[weeks]"],
      'query parameter "range" /weeks is not in the spec',
    ],
    [
      "a value outside of the enum",
      ['\\"on\\"', '\\"idle\\"'],
      `${get}response body /0/state must be one of`,
    ],
    ["an excluded minimum", ['\\"id\\":1,', '\\"id\\":0,'], `${get}response body /0/id must be > 0, found 0`],
    [
      "missing credentials",
      ["X-Meter-Key", "X-Other"],
      `${get}request has no credentials; add the header cookie: REDACTED or the header x-meter-key: REDACTED`,
    ],
    [
      "a request without a response",
      ['"status":201', '"status":0'],
      `${post}has no response (status 0); remove the entry`,
    ],
    [
      "the page of a browser",
      ['"connection":"443"', '"pageref":"page_1"'],
      `${get}GET /meters is not paginated (no x-pagination in the spec); remove pageref from the entry`,
    ],
    [
      "a request of another site",
      ["/v3/health", "/analytics"],
      "matches no operation of the specs (known: GET /v3/meters, POST /v3/meters, GET /v3/health)",
    ],
  ])("has a problem: %s", (_, [from, to], message) => {
    expect(metersProblems(from, to)).toContainEqual(expect.stringContaining(message));
  });

  test("the header says what a body is, if the recording says something else", () => {
    const schema = { type: "object" };
    const responses = { 200: { content: { "application/json": { schema } } } };
    const spec = createSpec("a.yaml", { openapi: "3.1.0", paths: { "/a": { get: { responses } } } });
    const content = { mimeType: "application/json", text: "{}" };
    const headers = [{ name: "Content-Type", value: "text/html" }];
    const request = { method: "GET", url: "https://h/a", headers: [] };
    const har: Har = {
      log: { comment: "live", entries: [{ request, response: { status: 200, headers, content } }] },
    };
    expect(checkRecording([spec], toRecording("a.har", har))).toContainEqual(
      expect.stringContaining("text/html"),
    );
  });

  test("a field that is required but not described is a problem of the recording, not of the spec", () => {
    const schema = { type: "object", properties: { a: { type: "integer" } }, required: ["a", "b"] };
    const responses = { 200: { content: { "application/json": { schema } } } };
    const spec = createSpec("a.yaml", { openapi: "3.1.0", paths: { "/a": { get: { responses } } } });
    const content = { mimeType: "application/json", text: '{"a":1}' };
    const entry = {
      request: { method: "GET", url: "https://h/a", headers: [] },
      response: { status: 200, headers: [], content },
    };
    const har: Har = { log: { comment: "live", entries: [entry] } };
    const [problem] = checkRecording([spec], toRecording("a.har", har));
    expect(problem).toContain("b");
    expect(problem).not.toContain("invalid schema");
  });

  test("names the spec of an invalid schema", () => {
    const spec = createSpec("a.yaml", {
      openapi: "3.1.0",
      paths: {
        "/a": { get: { responses: { 200: { content: { "application/json": { schema: { typo: 1 } } } } } } },
      },
    });
    const har: Har = {
      log: {
        comment: "live",
        entries: [
          {
            request: { method: "GET", url: "https://h/a", headers: [] },
            response: { status: 200, headers: [], content: { mimeType: "application/json", text: "1" } },
          },
        ],
      },
    };
    expect(checkRecording([spec], toRecording("a.har", har))).toEqual([
      'a.har entry 0 (GET /a): a.yaml has an invalid schema: strict mode: unknown keyword: "typo"',
    ]);
  });
});
