import { type Emulator, type Fault, startEmulator } from "@usagewire/emulator";
import {
  createTwilioSuperSim,
  type Fetch,
  PaginationError,
  type TwilioSuperSim,
  unwrap,
} from "@usagewire/twilio";
import { describe, it } from "vitest";
import { faultCases, startFaultyServers } from "./fault-cases.ts";

const MAX_RETRIES = 2;
const MAX_DELAY = 5_000;

/** What a user has after a call: records, and perhaps an error with the cursor to resume from. */
interface Outcome {
  readonly records: readonly unknown[];
  readonly error?: unknown;
}

/** The requests that are faulty, and the call that sends them. */
interface Target {
  readonly name: string;
  readonly isFaulty: (url: string) => boolean;
  /** Returns the records. With the error of an earlier outcome, the remaining ones. */
  readonly call: (client: TwilioSuperSim, after?: unknown) => Promise<Outcome>;
}

// 48 SIMs: three pages.
const params = { query: { Group: "sim", PageSize: 20 } } as const;

async function walk(client: TwilioSuperSim, after?: unknown): Promise<Outcome> {
  const cursor = PaginationError.is(after) ? after.cursor : undefined;
  const records: unknown[] = [];
  try {
    for await (const record of client.paginate("/v1/UsageRecords", { params, cursor })) records.push(record);
  } catch (error) {
    return { records, error };
  }
  return { records };
}

async function get(client: TwilioSuperSim): Promise<Outcome> {
  try {
    const page = await unwrap(client.GET("/v1/UsageRecords", { params }));
    return { records: page.usage_records ?? [] };
  } catch (error) {
    return { records: [], error };
  }
}

const isLaterPage = (url: string) => url.includes("PageToken");

const targets: readonly Target[] = [
  { name: "the first page", isFaulty: (url) => !isLaterPage(url), call: walk },
  { name: "a later page", isFaulty: isLaterPage, call: walk },
  { name: "a single call", isFaulty: () => true, call: get },
];

/** Injects a fault, or sends requests to another server, for the first request that matches or for all of them. */
function injectFault(
  { supersim }: Emulator,
  fault: Fault | string,
  isFaulty: Target["isFaulty"],
  persists: boolean,
) {
  const times = persists ? Number.POSITIVE_INFINITY : 1;
  if (typeof fault !== "string") supersim.faults.add(fault, { where: isFaulty, times });
  const sent: { readonly at: number; readonly faulty: boolean }[] = [];
  const hits = () => sent.filter(({ faulty }) => faulty).length;
  let ended = false;
  const countingFetch: Fetch = (request) => {
    const { pathname, search } = new URL(request.url);
    const faulty = !ended && hits() < times && isFaulty(pathname + search);
    sent.push({ at: performance.now(), faulty });
    const redirected = faulty && typeof fault === "string";
    return fetch(redirected ? new Request(fault + pathname + search, request) : request);
  };
  return {
    fetch: countingFetch,
    /** Faulty requests so far. */
    hits,
    /** Milliseconds from the first faulty request to the next request. */
    firstWait(): number {
      const first = sent.findIndex(({ faulty }) => faulty);
      return (sent[first + 1]?.at ?? Number.NaN) - (sent[first]?.at ?? Number.NaN);
    },
    end(): void {
      ended = true;
      supersim.faults.clear();
    },
  };
}

describe.concurrent.each(faultCases)("$name", (row) => {
  describe.each(targets)("on $name", (target) => {
    it.for([
      { persists: false, name: "once" },
      { persists: true, name: "on every attempt" },
    ])(
      "$name: records are complete, or the error is typed and the rest can be read later",
      async ({ persists }, { expect }) => {
        await using emulator = await startEmulator();
        await using servers = await startFaultyServers();
        const { error: Expected, retried = Expected !== undefined } = row;

        const options = { ...emulator.credentials.twilio, baseUrl: emulator.supersim.url };
        const { records: all } = await target.call(createTwilioSuperSim(options));
        const fault = injectFault(emulator, row.fault(servers), target.isFaulty, persists);
        const client = createTwilioSuperSim({
          ...options,
          fetch: fault.fetch,
          retry: { maxRetries: MAX_RETRIES, minDelay: 1, maxDelay: MAX_DELAY },
          timeout: row.timeout ?? 10_000,
        });

        const first = await target.call(client);
        const fails = Expected !== undefined && (persists || !retried);
        if (fails) {
          expect(Expected.find(first.error)).toMatchObject(row.details ?? {});
          expect(PaginationError.is(first.error)).toBe(target.name !== "a single call");
          expect(fault.hits()).toBe(retried ? 1 + MAX_RETRIES : 1);
        } else {
          expect(first.error).toBeUndefined();
          if (!persists) expect(fault.hits()).toBe(1);
        }
        if (row.waits !== undefined) expect(fault.firstWait()).toBeGreaterThanOrEqual(row.waits);

        fault.end();
        const rest = fails ? await target.call(client, first.error) : { records: [] };
        expect(rest.error).toBeUndefined();
        expect([...first.records, ...rest.records]).toEqual(all);
        expect(servers.otherOrigin.requests).toEqual([]);
      },
    );
  });
});
