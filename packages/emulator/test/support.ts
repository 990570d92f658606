import { onTestFinished } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../src/index.ts";

/** Starts an emulator that is closed after the test. */
export async function start(options?: EmulatorOptions): Promise<Emulator> {
  const emulator = await startEmulator(options);
  onTestFinished(() => emulator.close());
  return emulator;
}

export const basic = (user: string, password: string) => ({
  authorization: `Basic ${btoa(`${user}:${password}`)}`,
});

export type ApiName = "supersim" | "usage" | "onomondo";

/** Returns valid credentials of an API. */
export function headersFor(emulator: Emulator, api: ApiName): Record<string, string> {
  const { twilio, onomondo } = emulator.credentials;
  return api === "onomondo" ? { authorization: onomondo.apiKey } : basic(twilio.accountSid, twilio.authToken);
}

// biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of a body
export type Body = any;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Sends a GET request, with valid credentials unless `headers` are given. */
export async function get(
  emulator: Emulator,
  api: ApiName,
  path: string,
  headers: Record<string, string> = headersFor(emulator, api),
): Promise<Reply> {
  const response = await fetch(new URL(path, emulator[api].url), { headers });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Returns the path of a list of usage records, such as `Yearly`. Defaults to `Usage/Records.json`. */
export function usagePath(emulator: Emulator, resource = "", query = ""): string {
  const { accountSid } = emulator.credentials.twilio;
  return `/2010-04-01/Accounts/${accountSid}/Usage/Records${resource && `/${resource}`}.json${query}`;
}

/** Returns the bodies of all pages of a list, from `path` on. */
export async function allPages(emulator: Emulator, api: ApiName, path: string): Promise<Body[]> {
  const bodies: Body[] = [];
  for (let next: string | null = path; next !== null; next = nextPath(next, bodies.at(-1))) {
    const { status, body } = await get(emulator, api, next);
    if (status !== 200) throw new Error(`${next}: ${status} ${JSON.stringify(body)}`);
    bodies.push(body);
  }
  return bodies;
}

function nextPath(path: string, body: Body): string | null {
  if (body.meta !== undefined) return body.meta.next_page_url;
  if (body.pagination === undefined) return body.next_page_uri;
  if (!body.pagination.has_more) return null;
  const url = new URL(path, "http://any");
  url.searchParams.set("next_page", body.pagination.next_page);
  return url.pathname + url.search;
}

export const recordsOf = (body: Body): Body[] => body.usage_records ?? body.usage;

/** Returns all records of a list. */
export const records = async (emulator: Emulator, api: ApiName, path: string): Promise<Body[]> =>
  (await allPages(emulator, api, path)).flatMap(recordsOf);
