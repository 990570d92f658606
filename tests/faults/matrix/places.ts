import { PaginationError, type TwilioSuperSim, unwrap } from "@usagewire/twilio";

/** What a user has after a call: records, and perhaps an error with the place to go on from. */
export interface Outcome {
  readonly records: readonly unknown[];
  readonly error?: unknown;
}

/** Where a fault strikes: on which requests, of which call. */
export interface Place {
  readonly name: string;
  readonly strikes: (url: string) => boolean;
  /** Records; with the error of an outcome before, the rest of them. */
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

async function ask(client: TwilioSuperSim): Promise<Outcome> {
  try {
    const page = await unwrap(client.GET("/v1/UsageRecords", { params }));
    return { records: page.usage_records ?? [] };
  } catch (error) {
    return { records: [], error };
  }
}

const isLaterPage = (url: string) => url.includes("PageToken");

export const places: readonly Place[] = [
  { name: "the first page", strikes: (url) => !isLaterPage(url), call: walk },
  { name: "a later page", strikes: isLaterPage, call: walk },
  { name: "a single call", strikes: () => true, call: ask },
];
