import { readPointer } from "@usagewire/pagination/internal";
import { type Fetch, replay } from "@usagewire/replay";
import { expect } from "vitest";
import { type CallParams, toCall } from "./call.ts";
import { deliveredBody } from "./exact.ts";
import { type Exchange, header, requestBody, responseBody } from "./recording.ts";
import type { HttpMethod, Spec } from "./spec.ts";

/** Creates the client to test. It must not retry: a recording has one response for each request. */
export type CreateClient = (options: {
  /** Responds from the recording. The client must send all its requests with it. */
  readonly fetch: Fetch;
  /** The authentication scheme of the recorded request in lower case, such as `basic`; `""` for a bare key. */
  readonly scheme: string;
}) => object;

/**
 * The methods that the tests call: the HTTP methods of the recorded requests, and `paginate` for recordings of several
 * pages. Clients of `@usagewire/client` have them; write an adapter for other clients.
 */
export interface ContractClient extends Partial<Record<HttpMethod, ContractCall>> {
  /** Returns the records of a list, by record and by page. Throws if a page has an error. */
  paginate?(path: string, init: { params: CallParams }): ContractPager;
}

/**
 * Sends a request. `path` is a path of the spec, such as `/usage/{id}`; `params` are the arguments by name; `body` is
 * the parsed JSON, or the text, of the recorded request. Resolves with `data` if the response is successful, otherwise
 * with `error`.
 */
export type ContractCall = (
  path: string,
  init: { params: CallParams; body?: unknown },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** The records of a list: iterate over the pager itself for records, over `pages()` for pages. */
export interface ContractPager extends AsyncIterable<unknown> {
  /** `items` are the records of a page, `body` is the parsed response. */
  pages(): AsyncIterable<{ readonly items: readonly unknown[]; readonly body: unknown }>;
}

/** Makes one recorded call: the client sends the recorded request and returns the recorded body. */
export async function replayCall(spec: Spec, createClient: CreateClient, exchange: Exchange): Promise<void> {
  const { operation, params } = toCall([spec], exchange);
  const sent = requestBody(exchange.entry);
  const { client, assertDone } = createReplayedClient(spec, [exchange], createClient);
  const call = methodOf(client, operation.method);
  const init = { params, ...(sent !== undefined && { body: sent.json ?? sent.text }) };
  const [outcome] = await Promise.allSettled([call.call(client, operation.path, init)]);
  // A request that does not match explains more than the error that the client makes of it.
  assertDone();
  if (outcome.status === "rejected") throw outcome.reason;

  const { data, error, response } = outcome.value;
  const { status } = exchange.entry.response;
  const body = responseBody(exchange.entry);
  const { text, json } = body;
  expect(response.status).toBe(status);
  if (status < 400) expect(data).toStrictEqual(deliveredBody(spec, operation, body));
  else if (json !== undefined || error !== text) {
    expect(error).toStrictEqual(json ?? expect.objectContaining({ status, text }));
  }
}

/**
 * Paginates through recorded pages, by record and by page: the client sends the recorded requests and returns the
 * recorded records and bodies. If the last response is an error, the client throws it.
 */
export async function replayPages(
  spec: Spec,
  createClient: CreateClient,
  exchanges: readonly Exchange[],
): Promise<void> {
  const [first] = exchanges;
  if (first === undefined) return;
  const { operation, params } = toCall([spec], first);
  const { path, pagination } = operation;
  const failure = exchanges.find(isError);
  const bodies = exchanges
    .filter((page) => !isError(page))
    .map(({ entry }) => deliveredBody(spec, operation, responseBody(entry)));
  const records = bodies.map((body) => readPointer(body, pagination?.items ?? []));

  const paginate = async <T>(source: (pager: ContractPager) => AsyncIterable<T>): Promise<T[]> => {
    const { client, assertDone } = createReplayedClient(spec, exchanges, createClient);
    const pager = methodOf(client, "paginate").call(client, path, { params });
    const { values, error } = await collect(source(pager));
    assertDone();
    checkError(error, failure);
    return values;
  };

  expect(await paginate((pager) => pager)).toStrictEqual(records.flat());
  const pages = await paginate((pager) => pager.pages());
  expect(pages.map(({ body }) => body)).toStrictEqual(bodies);
  expect(pages.map(({ items }) => items)).toStrictEqual(records);
}

/** A client whose `fetch` responds from some exchanges. */
interface ReplayedClient {
  readonly client: ContractClient;
  /** @throws Error if an exchange was not used, another request was sent, or the credentials differ. */
  assertDone(): void;
}

function createReplayedClient(
  { credentials }: Spec,
  exchanges: readonly Exchange[],
  createClient: CreateClient,
): ReplayedClient {
  const replayed = replay({ log: { entries: exchanges.map(({ entry }) => entry) } });
  const recorded = exchanges.map(({ entry }) => entry.request);
  const problems: string[] = [];
  let sent = 0;
  const fetch: Fetch = (request) => {
    const expected = recorded[sent++];
    for (const name of expected === undefined ? [] : credentials.headers) {
      const is = describeCredential(request.headers.get(name) ?? undefined);
      const was = describeCredential(expected && header(expected, name));
      if (was !== is) problems.push(`request ${sent}: header ${name}: sent ${is}, recorded ${was}`);
    }
    return replayed(request);
  };
  const authorization = recorded[0] && header(recorded[0], "authorization");
  return {
    // A typed client accepts the paths of its spec only; the tests get their paths from the recording.
    client: createClient({ fetch, scheme: schemeOf(authorization ?? "") }) as ContractClient,
    assertDone() {
      replayed.assertDone();
      if (problems.length > 0) throw new Error(problems.join("\n"));
    },
  };
}

function methodOf<K extends keyof ContractClient>(
  client: ContractClient,
  name: K,
): NonNullable<ContractClient[K]> {
  const method = client[name];
  if (typeof method === "function") return method;
  throw new TypeError(`the client has no method ${name}; the tests call client.${name}(path, { params })`);
}

function describeCredential(value: string | undefined): string {
  if (value === undefined) return "none";
  if (value === "") return "an empty value";
  return `a ${`${schemeOf(value)} credential`.trim()}`;
}

function schemeOf(value: string): string {
  return /^(\S+) \S/.exec(value)?.[1]?.toLowerCase() ?? "";
}

async function collect<T>(source: AsyncIterable<T>): Promise<{ values: T[]; error?: unknown }> {
  const values: T[] = [];
  try {
    for await (const value of source) values.push(value);
    return { values };
  } catch (error) {
    return { values, error };
  }
}

function isError({ entry }: Exchange): boolean {
  return entry.response.status >= 400;
}

function checkError(error: unknown, failure: Exchange | undefined): void {
  if (failure === undefined) {
    if (error !== undefined) throw error;
    return;
  }
  const causes = [error];
  for (let cause = error; cause instanceof Error && causes.length < 20; cause = cause.cause)
    causes.push(cause.cause);
  const { json } = responseBody(failure.entry);
  const recorded = { status: failure.entry.response.status, ...(json !== undefined && { body: json }) };
  expect(causes, "the error or one of its causes has the recorded status and body").toContainEqual(
    expect.objectContaining(recorded),
  );
}
