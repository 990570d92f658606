import { createServer } from "node:net";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

/** Bundles a program of sources into one script. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(import.meta.dirname, ".."), loader: "ts" },
    bundle: true,
    format: "iife",
    globalName: "program",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["@usagewire/source"],
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

describe("an import", () => {
  it.each(["pagination", "client", "replay", "twilio", "onomondo"])(
    "of %s works where there are no web standards, as in jsdom",
    async (name) => {
      const script = await bundle(`export * from "@usagewire/${name}";`);
      const exported = runInContext(`${script}; Object.keys(program)`, createContext({}));
      expect(exported.length).toBeGreaterThan(0);
    },
  );
});

/** Runs a program in a realm of its own with the web standards of this one, as Jest does. */
async function runInRealm(contents: string, globals: object): Promise<unknown> {
  const { AbortController, AbortSignal, fetch, FormData, Headers, performance, Request, Response } =
    globalThis;
  const { clearTimeout, DOMException, setTimeout, TextDecoder, TextEncoder, URL } = globalThis;
  const standards = {
    AbortController,
    AbortSignal,
    fetch,
    FormData,
    Headers,
    performance,
    Request,
    Response,
  };
  const others = { atob, btoa, clearTimeout, DOMException, setTimeout, TextDecoder, TextEncoder, URL };
  const script = await bundle(contents);
  return runInContext(`${script}; program.run()`, createContext({ ...standards, ...others, ...globals }));
}

const client = `
  import { createClient } from "@usagewire/client";
  const operations = { "GET /list": { pagination: { style: "next-link", items: "/items", next: "$response.body#/next" } } };
`;

describe("in a realm of its own, as under Jest", () => {
  it("an error of the platform's fetch keeps the innermost cause", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const program = `${client}
      const client = createClient({ baseUrl: "http://127.0.0.1:${port}", operations }, { retry: false });
      const messageOf = (promise) => promise.then(() => "no error", (error) => error.message);
      export const run = async () =>
        [await messageOf(client.GET("/list")), await messageOf(client.paginate("/list").toArray())].join("\\n");`;
    const messages = String(await runInRealm(program, {}));
    expect(messages.match(/ECONNREFUSED/g)).toHaveLength(2);
  });

  it("a Date of another realm is a parameter and a bound of a window", async () => {
    const program = `${client}
      const query = { Start: { format: "date" }, End: { format: "date" } };
      const window = { start: "Start", end: "End", bounds: "[)", format: "date", order: "ascending", step: "day" };
      const api = { baseUrl: "https://x.example.com", operations: { "GET /list": { ...operations["GET /list"], query, window } } };
      const urls = [];
      const fetch = async (request) => (urls.push(request.url), Response.json({ items: [], next: null }));
      const client = createClient(api, { fetch });
      export const run = async () => {
        await client.GET("/list", { params: { query: { Start: from } } });
        await client.paginate("/list", { window: { from, to, by: "month" } }).toArray();
        return urls.join(" ");
      };`;
    const dates = { from: new Date("2025-01-01"), to: new Date("2025-02-01") };
    expect(await runInRealm(program, dates)).toBe(
      "https://x.example.com/list?Start=2025-01-01 https://x.example.com/list?Start=2025-01-01&End=2025-02-01",
    );
  });
});
