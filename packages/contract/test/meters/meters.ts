import { readFileSync } from "node:fs";
import type { Har } from "@usagewire/replay";
import { parse } from "yaml";
import type { ContractClient, CreateClient } from "../../src/index.ts";

/** The spec as another tool would have parsed it. */
export const metersSpec = (): object => parse(readFileSync(new URL("meters.yaml", import.meta.url), "utf8"));

/** A recording as Chrome exports it, with the comment, the credentials and no `pageref` as our README asks for. */
export function metersHar(): Har {
  const browser = {
    _initiator: { type: "script" },
    _priority: "High",
    _resourceType: "fetch",
    connection: "443",
    serverIPAddress: "192.0.2.1",
    startedDateTime: "2025-06-15T00:00:00.000Z",
    time: 12.5,
    cache: {},
    timings: { blocked: 1, dns: -1, ssl: -1, connect: -1, send: 0.1, wait: 11, receive: 0.4, _queued: 1 },
  };
  const json = [{ name: "content-type", value: "application/json" }];
  const credentials = [
    { name: ":authority", value: "eu.meters.example.com" },
    { name: "X-Meter-Key", value: "REDACTED" },
  ];
  const meters = [
    { id: 1, serial: "A-1", state: "on", unit: { name: "kWh" } },
    { id: 2, serial: null, state: null, unit: null },
  ];
  const url = "https://eu.meters.example.com/v3/meters";
  const content = { size: 80, mimeType: "application/json", text: JSON.stringify(meters) };
  const created = { ...meters[0], id: 3 };
  return {
    log: {
      version: "1.2",
      creator: { name: "WebInspector", version: "537.36" },
      comment: "live: exported from Chrome",
      pages: [],
      entries: [
        {
          ...browser,
          request: {
            method: "GET",
            url: `${url}?ids=1,2&range[from]=2025-06-01&range[days]=7`,
            headers: credentials,
          },
          response: {
            status: 200,
            headers: [{ name: "Content-Type", value: "application/json;charset=UTF-8" }],
            content,
          },
        },
        {
          ...browser,
          request: {
            method: "POST",
            url,
            headers: [...credentials, ...json],
            postData: { mimeType: "application/json", text: JSON.stringify(created) },
          },
          response: { status: 201, headers: [], content: { size: 0, mimeType: "x-unknown" } },
        },
        {
          ...browser,
          request: { method: "GET", url: "https://eu.meters.example.com/v3/health", headers: [] },
          response: { status: 200, headers: [], content: { size: 0, mimeType: "x-unknown" } },
        },
      ],
    },
  };
}

/** An adapter for a client that is not made with `@usagewire/client`. */
export const createMetersClient: CreateClient = ({ fetch }) => {
  const send = async (
    method: string,
    path: string,
    query: Readonly<Record<string, unknown>>,
    body?: unknown,
  ) => {
    const search = Object.entries(query).flatMap(([name, value]) =>
      Array.isArray(value)
        ? [`${name}=${value.join(",")}`]
        : Object.entries(value ?? {}).map(([key, member]) => `${name}[${key}]=${member}`),
    );
    const request = new Request(`https://eu.meters.example.com/v3${path}?${search.join("&")}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: path === "/health" ? {} : { "x-meter-key": "k" },
    });
    const response = await fetch(request);
    const text = await response.text();
    return { data: text === "" ? undefined : JSON.parse(text), response };
  };
  return {
    GET: (path, { params }) => send("GET", path, params.query),
    POST: (path, { params, body }) => send("POST", path, params.query, body),
  } satisfies ContractClient;
};
