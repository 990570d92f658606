import { describe, expect, it } from "vitest";
import { createClient, nextLink, nextToken } from "../src/lean.ts";
import { api } from "./fleet-api/operations.ts";
import type { paths } from "./fleet-api/schema.ts";
import { json, serve } from "./serve.ts";

/** A list whose pages name the next one by a token. */
const tokens = async () =>
  serve(({ url }, response) => {
    const last = url.includes("token=b");
    json(response, { records: [{ bytes: last ? 2 : 1 }], token: last ? null : "b" });
  });

describe("a lean client", () => {
  it("walks lists in the styles that it was given", async () => {
    const { url, seen } = await tokens();
    const client = createClient<paths>(api, { baseUrl: url, styles: [nextToken] });
    expect(await client.paginate("/v1/Plain").toArray()).toEqual([{ bytes: 1 }, { bytes: 2 }]);
    expect(seen.map(({ url }) => url)).toEqual(["/v1/Plain", "/v1/Plain?token=b"]);
  });

  it("names the style to import that a list wants, and asks for nothing", async () => {
    const { url, seen } = await tokens();
    const client = createClient<paths>(api, { baseUrl: url, styles: [nextLink] });
    expect(() => client.paginate("/v1/Plain")).toThrow(
      new TypeError(
        "GET /v1/Plain is paged in a style that the client was not given; import { nextToken } from " +
          '"@usagewire/client/lean" and give createClient styles: [nextToken]',
      ),
    );
    expect(seen).toEqual([]);
  });

  it.each([
    [{ style: "next-link", items: "", next: "$response.header.link" }, "nextLinkHeader"],
    [{ style: "page-number", items: "", param: "page", first: 1 }, "pageNumber"],
    [{ style: "offset", items: "", param: "offset" }, "offset"],
  ] as const)("names it for %j", (pagination, style) => {
    const table = {
      baseUrl: "https://x.example.com",
      operations: { "GET /list": { pagination } },
    };
    const client: { paginate(path: string): unknown } = createClient<object>(table, { styles: [nextLink] });
    expect(() => client.paginate("/list")).toThrow(`import { ${style} } from`);
  });

  it("needs no style for calls", async () => {
    const { url } = await tokens();
    const { data } = await createClient<paths>(api, { baseUrl: url }).GET("/v1/Plain");
    expect(data?.records).toEqual([{ bytes: 1 }]);
  });

  it.each([
    ["hooks", { hooks: { end: () => {} } }],
    ["advice", { advice: { 404: "look again" } }],
  ])("refuses %s, which its types do not know, and says where they are", (name, options) => {
    const wrong: object = options;
    expect(() => createClient<paths>(api, wrong)).toThrow(
      new TypeError(`a lean client has no ${name}; import the client without "/lean" for it`),
    );
  });

  it("refuses windows, before it asks for the whole list instead", async () => {
    const { url, seen } = await tokens();
    const client = createClient<paths>(api, { baseUrl: url, styles: [nextLink] });
    const cut: object = { window: { from: "2025-01-01", to: "2025-02-01" } };
    const untyped: { GET: unknown; windows?: (path: string, init: object) => unknown } = client;
    const error = new TypeError('a lean client has no windows; import the client without "/lean" for it');
    expect(() => client.paginate("/v1/Usage", cut)).toThrow(error);
    expect(() => untyped.windows?.("/v1/Usage", cut)).toThrow(error);
    expect(seen).toEqual([]);
  });
});
