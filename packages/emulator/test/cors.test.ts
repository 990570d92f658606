import { expect, test } from "vitest";
import { headersFor, start, usagePath } from "./support.ts";

const origin = "http://localhost:5173";

/** What a browser asks before a page of another origin may send a request with credentials. */
const preflight = (url: string, method = "GET") =>
  fetch(url, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": method,
      "access-control-request-headers": "authorization",
    },
  });

test.each(["supersim", "usage", "onomondo"] as const)(
  "a page of another origin may call %s: the browser's preflight succeeds without credentials",
  async (api) => {
    const emulator = await start();
    const paths = { supersim: "/v1/UsageRecords", usage: usagePath(emulator), onomondo: "/usage" };
    const response = await preflight(emulator[api].url + paths[api]);
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-methods")).toMatch(/\bGET\b/);
    expect(response.headers.get("access-control-allow-headers")).toBe("authorization");
    expect(response.headers.has("access-control-allow-credentials")).toBe(false);
  },
);

test("a page can read each response and all of its headers: records, errors and faults", async () => {
  const emulator = await start({ onomondo: { rateLimit: 4 } });
  const { url, faults } = emulator.onomondo;
  const credentials = headersFor(emulator, "onomondo");
  faults.add({ kind: "answer", status: 503, headers: { "retry-after": "1" } });
  faults.add({ kind: "transport", gzip: true, chunked: true });
  const requests: [number, string, Record<string, string>][] = [
    [503, "/usage", credentials],
    [200, "/usage", credentials],
    [404, "/nowhere", credentials],
    [401, "/usage", {}],
    [429, "/usage", credentials],
  ];
  for (const [status, path, headers] of requests) {
    const response = await fetch(url + path, { headers: { ...headers, origin } });
    expect(response.status).toBe(status);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-expose-headers")).toBe("*");
    expect(response.headers.has("access-control-allow-credentials")).toBe(false);
  }
});

test("a page can read the headers of a response that stops halfway", async () => {
  const emulator = await start();
  emulator.onomondo.faults.add({ kind: "cut", after: "half" });
  const headers = { ...headersFor(emulator, "onomondo"), origin };
  const response = await fetch(`${emulator.onomondo.url}/usage`, { headers });
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  await expect(response.text()).rejects.toThrow();
});

test("a preflight does not count toward the provider's limits", async () => {
  const emulator = await start({ onomondo: { rateLimit: 1 } });
  const url = `${emulator.onomondo.url}/usage?limit=1`;
  for (let call = 0; call < 3; call += 1) expect((await preflight(url)).status).toBe(204);
  expect((await fetch(url, { headers: { ...headersFor(emulator, "onomondo"), origin } })).status).toBe(200);
});

test("a client that is not a browser gets the provider's headers and errors only", async () => {
  const emulator = await start();
  const headers = headersFor(emulator, "onomondo");
  const url = `${emulator.onomondo.url}/usage?limit=1`;
  const response = await fetch(url, { headers });
  expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  expect((await fetch(url, { method: "OPTIONS", headers })).status).toBe(405);
});
