import { type Pager, PaginationError, UsagewireError } from "@usagewire/twilio";
import type { List, Manner } from "./lists.ts";
import type { Random } from "./random.ts";

/** No pull needs so many pagers, however stormy. */
const MOST_LEGS = 500;

export interface Tally {
  failures: number;
  resumes: number;
}

/** Pulls a list, or so much of it as a random limit allows, leg by leg: after a failure and at will from a cursor. */
export async function pull(list: List, random: Random, shared: AbortSignal, tally: Tally): Promise<Pulled> {
  const manner: Manner = { pageSize: random.integer(15, 150), concurrency: random.integer(1, 6) };
  const limit = random.chance(0.4) ? random.integer(0, 300) : undefined;
  const prefetch = random.pick([0, 1] as const);
  const records: unknown[] = [];
  let cursor: string | undefined;
  for (let leg = 0; leg < MOST_LEGS; leg += 1) {
    if (leg > 0) tally.resumes += 1;
    const impatient = random.chance(0.1) ? new AbortController() : undefined;
    const signal = impatient?.signal ?? shared;
    const most = random.chance(0.3) ? random.integer(1, 100) : Number.POSITIVE_INFINITY;
    const left = limit === undefined ? {} : { limit: limit - records.length };
    const pager = list(manner, { ...left, prefetch, signal, cursor });
    const timer = impatient && setTimeout(() => impatient.abort(), random.integer(0, 30));
    try {
      if (await takeSome(pager, most, records, random.chance(0.5))) return { records, limit };
      cursor = pager.cursor;
    } catch (error) {
      cursor = cursorOf(error, signal);
      if (!signal.aborted) tally.failures += 1;
    } finally {
      clearTimeout(timer);
    }
  }
  throw new Error(`not done after ${MOST_LEGS} pagers`);
}

export interface Pulled {
  readonly records: readonly unknown[];
  readonly limit: number | undefined;
}

/** Takes records until there are `most`; true where the list, or its limit, ended first. */
async function takeSome(
  pager: Pager<unknown>,
  most: number,
  into: unknown[],
  byPage: boolean,
): Promise<boolean> {
  let taken = 0;
  if (byPage) {
    for await (const { items } of pager.pages()) {
      into.push(...items);
      taken += items.length;
      if (taken >= most) return false;
    }
    return true;
  }
  for await (const record of pager) {
    into.push(record);
    taken += 1;
    if (taken >= most) return false;
  }
  return true;
}

function cursorOf(error: unknown, signal: AbortSignal): string {
  const expected = signal.aborted
    ? PaginationError.is(error) && error.cause === signal.reason
    : UsagewireError.find(error) !== undefined;
  if (!PaginationError.is(error) || !expected) throw error;
  return error.cursor;
}
