import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { type ContractOptions, contractTests, writeHar } from "../src/index.ts";
import { createMetersClient, metersHar, metersSpec } from "./meters/meters.ts";
import { createTinyClient } from "./tiny/tiny-client.ts";
import { tinyHar } from "./tiny/tiny-recordings.ts";

// contractTests reads the folder when it declares the tests.
const folder = mkdtempSync(join(tmpdir(), "usagewire-contract-"));
afterAll(() => rmSync(folder, { recursive: true }));

const tiny = join(folder, "tiny");
writeHar(join(tiny, "tiny.emulated.har"), await tinyHar());
const tinyYaml = new URL("tiny/tiny.yaml", import.meta.url);

describe("a client with pages, and equivalent paths", () => {
  contractTests({
    // Without a slash at the end.
    recordings: pathToFileURL(tiny),
    apis: [{ spec: tinyYaml, client: createTinyClient(), equivalentPaths: ["/things", "/parts"] }],
  });
});

describe("a spec, a recording and a client of another team", () => {
  writeHar(join(folder, "meters/chrome.har"), metersHar());
  contractTests({
    recordings: join(folder, "meters"),
    apis: [{ spec: metersSpec(), client: createMetersClient }],
  });
});

describe("a client that uses one operation of the spec", () => {
  contractTests({
    recordings: tiny,
    apis: [{ spec: tinyYaml.href, client: createTinyClient(), operations: ["GET /things/{id}"] }],
  });
});

const failure = (options: Partial<ContractOptions> & { spec?: string | URL | object }) => () =>
  contractTests({
    recordings: tiny,
    apis: [{ spec: options.spec ?? tinyYaml, client: createTinyClient() }],
    ...options,
  });

describe("throws a clear error", () => {
  test("if the folder does not exist", () => {
    expect(failure({ recordings: join(folder, "none") })).toThrow(
      `recordings: cannot read the folder ${join(folder, "none")}: ENOENT`,
    );
  });

  test("if the folder has no recordings", () => {
    mkdirSync(join(folder, "empty"));
    expect(failure({ recordings: join(folder, "empty") })).toThrow(
      `recordings: ${join(folder, "empty")} has no *.har files; write one with record()`,
    );
  });

  test("if a recording is not a HAR", () => {
    mkdirSync(join(folder, "broken"));
    writeFileSync(join(folder, "broken/a.har"), "{}");
    expect(failure({ recordings: join(folder, "broken") })).toThrow(
      `recordings: ${join(folder, "broken/a.har")}: log: expected an object, found nothing`,
    );
  });

  test("if a spec cannot be read", () => {
    const spec = join(folder, "none.yaml");
    expect(failure({ spec })).toThrow(`spec: cannot read ${spec}: ENOENT`);
  });

  test("if a spec is not YAML", () => {
    const spec = join(folder, "broken.yaml");
    writeFileSync(spec, "a: [");
    expect(failure({ spec })).toThrow(`spec: ${spec} is neither YAML nor JSON: `);
  });

  test("if a spec is not OpenAPI 3", () => {
    expect(failure({ spec: { info: { title: "Other" } } })).toThrow(
      "spec: Other is not an OpenAPI 3 document: openapi is missing",
    );
    expect(failure({ spec: { swagger: "2.0" } })).toThrow("convert Swagger 2 to OpenAPI 3 first");
  });

  test("if x-pagination is invalid", () => {
    const get = { "x-pagination": { style: "offset", items: "things" } };
    expect(failure({ spec: { openapi: "3.1.0", paths: { "/things": { get } } } })).toThrow(
      'spec: x-pagination of GET /things: items must be a JSON Pointer, such as /records, not "things"',
    );
  });

  test("if a spec is on the web", () => {
    const spec = "https://example.com/openapi.yaml";
    for (const given of [spec, new URL(spec)]) {
      expect(failure({ spec: given })).toThrow(`spec must be a path or a file: URL, not ${spec}; download`);
    }
  });

  test("if an operation or an equivalent path is not in the spec", () => {
    const api = { spec: tinyYaml, client: createTinyClient() };
    expect(failure({ apis: [{ ...api, operations: ["GET /thing"] }] })).toThrow(
      'operations: "GET /thing" is not an operation of tiny/tiny.yaml; did you mean "GET /things"?',
    );
    expect(failure({ apis: [{ ...api, operations: ["list"] }] })).toThrow('name it as "GET /path/{id}"');
    expect(failure({ apis: [{ ...api, equivalentPaths: ["/things", "/part"] }] })).toThrow(
      'equivalentPaths: "/part" is not a path of tiny/tiny.yaml',
    );
  });
});
