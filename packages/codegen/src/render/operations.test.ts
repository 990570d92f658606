import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { fixtures, usageApi } from "../../test/spec-text.ts";
import { specOf } from "../document/spec.ts";
import { baseUrl, renderOperations } from "./operations.ts";

const render = (text: string): string => renderOperations(specOf(new Map([["", parse(text)]])));

/** The exports of the generated module, without its types. */
function run(text: string) {
  const source = render(text)
    .replace(/^import .*$/m, "")
    .replaceAll("as const", "")
    .replace(/^interface .*$/gm, "")
    .replace(/ as \w+(Parameter|Facts)\d*\b/g, "")
    .replace(/ as typeof .*,$/m, ",")
    .replaceAll("export const", "const");
  return new Function(`${source}; return { api, descriptions };`)();
}

const { api, descriptions } = run(usageApi);
const list = api.operations["GET /accounts/{AccountSid}/records"];
const help = descriptions["GET /accounts/{AccountSid}/records"];

test("an operation has its extensions unchanged", () => {
  expect(list.pagination).toEqual({
    style: "next-link",
    items: "/records",
    next: "$response.body#/meta/next_url",
    total: "$response.header.X-Total",
    pageSize: { param: "PageSize", default: 200, maximum: 1000 },
  });
  expect(list.window.spans).toEqual({ Granularity: { hour: { step: "hour", max: "P31D" } } });
});

test("the table has the parameters that a client must handle, including those of the path item", () => {
  expect(list.path).toEqual({ AccountSid: { clientDefault: "accountSid" } });
  expect(list.query).toEqual({
    Granularity: { default: "all" },
    Start: { format: "date-time" },
    End: { format: "date-time" },
    filter: { arrayName: "filter[]" },
    ids: { style: "pipeDelimited", explode: false },
  });
});

test("the table names all query and header parameters, so that the client can refuse others", () => {
  expect(list.parameters).toEqual({
    query: ["PageSize", "Granularity", "Start", "End", "filter", "ids", "kind"],
  });
  const header = { name: "X-Fleet", in: "header", schema: { type: "string" } };
  const get = { parameters: [header], responses: { 200: { description: "" } } };
  const document = { openapi: "3.1.0", info: { title: "t", version: "1" }, paths: { "/a": { get } } };
  expect(run(JSON.stringify(document)).api.operations["GET /a"].parameters).toEqual({ header: ["X-Fleet"] });
});

test("descriptions have the summary of an operation, and what each parameter accepts and means", () => {
  expect(help).toEqual({
    operationId: "listRecords",
    summary: "List the records",
    path: {
      AccountSid: {
        type: "string",
        required: true,
        pattern: "^AC",
        clientDefault: "accountSid",
        text: "The account.",
      },
    },
    query: {
      PageSize: { type: "integer", minimum: 1, maximum: 1000 },
      Granularity: {
        type: "string",
        values: ["hour", "day", "all"],
        default: "all",
        text: "Length of a bucket, on two lines.",
      },
      Start: { type: "string", format: "date-time" },
      End: { type: "string", format: "date-time" },
      filter: { type: ["string", "array"], arrayName: "filter[]" },
      ids: { type: "array", style: "pipeDelimited", explode: false },
      kind: { type: "string", values: ["sim", "fleet"], open: true },
    },
  });
  expect(descriptions["GET /status"]).toEqual({});
});

test("keeps the order of operations and parameters; an operation without facts is listed too", () => {
  expect(Object.keys(api.operations)).toEqual([
    "GET /accounts/{AccountSid}/records",
    "POST /accounts/{AccountSid}/records",
    "GET /status",
  ]);
  expect(Object.keys(help.query)).toEqual([
    "PageSize",
    "Granularity",
    "Start",
    "End",
    "filter",
    "ids",
    "kind",
  ]);
});

test("declares a parameter that several operations share once", () => {
  expect(render(usageApi).match(/maximum: 1000 }/g)).toHaveLength(2);
  expect(descriptions["POST /accounts/{AccountSid}/records"].query.PageSize).toBe(help.query.PageSize);
});

test("fills in the server's variables, and lists each security scheme once", () => {
  expect(api.baseUrl).toBe("https://eu.example.com/api");
  expect(api.security).toEqual([
    { type: "apiKey", in: "header", name: "X-Key" },
    { type: "http", scheme: "basic" },
    { type: "oauth2" },
  ]);
});

test("an operation has x-idempotent if the spec has it", () => {
  const post = (extension: object) => ({ ...extension, responses: { 200: { description: "" } } });
  const document = {
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    paths: {
      "/search": { post: post({ "x-idempotent": true }) },
      "/start": { get: post({ "x-idempotent": false }) },
    },
  };
  expect(run(JSON.stringify(document)).api.operations).toEqual({
    "POST /search": { idempotent: true, parameters: {} },
    "GET /start": { idempotent: false, parameters: {} },
  });
});

test("shared parameters with similar names get different constants", () => {
  const parameter = (name: string) => ({ name, in: "query", schema: { type: "string" }, description: name });
  const use = (name: string) => ({ $ref: `#/components/parameters/${name}` });
  const get = {
    parameters: [use("page-size"), use("page_size"), use("2nd")],
    responses: { 200: { description: "" } },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    paths: { "/a": { get }, "/b": { get } },
    components: {
      parameters: {
        "page-size": parameter("page-size"),
        page_size: parameter("page_size"),
        "2nd": parameter("2nd"),
      },
    },
  };
  const { api, descriptions } = run(JSON.stringify(document));
  const query = Object.fromEntries(
    ["page-size", "page_size", "2nd"].map((name) => [name, { type: "string", text: name }]),
  );
  const parameters = { query: ["page-size", "page_size", "2nd"] };
  expect(api.operations).toEqual({ "GET /a": { parameters }, "GET /b": { parameters } });
  expect(descriptions).toEqual({ "GET /a": { query }, "GET /b": { query } });
});

test("accepts OpenAPI 3.0 without extensions, with a relative server and an undescribed path parameter", () => {
  const plain = run(readFileSync(join(fixtures, "plain-3.0.json"), "utf8"));
  expect(plain.api).toEqual({
    baseUrl: "",
    security: [],
    operations: {
      "GET /things": { parameters: { query: ["page[size]", "weird-name"] } },
      "GET /things/{id}": { parameters: {} },
    },
  });
  expect(plain.descriptions).toMatchObject({
    "GET /things": {
      query: {
        "page[size]": { type: "integer" },
        "weird-name": { type: "string", values: ["a", 'b\n"c"'] },
      },
    },
    "GET /things/{id}": { path: { id: { type: "string", required: true } } },
  });
});

const variables = { region: { default: "eu" }, port: { default: 8080 } };

test.each([
  [[{ url: "https://api.example.com" }, { url: "https://other.example.com" }], "https://api.example.com"],
  [[{ url: "https://api.example.com/v1/" }], "https://api.example.com/v1"],
  [[{ url: "http://{region}.example.com:{port}", variables }], "http://eu.example.com:8080"],
  [[{ url: "/v1" }], ""],
  [[], ""],
  [undefined, ""],
])("the base URL of the servers %j is %j", (servers, expected) => {
  expect(baseUrl(specOf(new Map([["", { servers }]])))).toBe(expected);
});
