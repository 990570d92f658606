import { createHash } from "node:crypto";
import { type Pager, PaginationError, UsagewireError } from "@usagewire/twilio";
import type { List, ListParams } from "./lists.ts";

export interface Pulled {
  readonly records: readonly unknown[];
  readonly limit: number | undefined;
}

/** More pagers than any pull needs. */
const MAX_PAGERS = 500;

/** Counts of all pulls. */
export interface PullCounts {
  failures: number;
  resumes: number;
}

/** Pulls a list, up to a random limit, with several pagers: each resumes from the cursor of the one before. */
export async function pull(
  list: List,
  random: Random,
  shared: AbortSignal,
  counts: PullCounts,
): Promise<Pulled> {
  const params: ListParams = { pageSize: random.integer(15, 150), concurrency: random.integer(1, 6) };
  const limit = random.chance(0.4) ? random.integer(0, 300) : undefined;
  const prefetch = random.pick([0, 1] as const);
  const records: unknown[] = [];
  let cursor: string | undefined;
  for (let started = 0; started < MAX_PAGERS; started += 1) {
    if (started > 0) counts.resumes += 1;
    const canceller = random.chance(0.1) ? new AbortController() : undefined;
    const signal = canceller?.signal ?? shared;
    const most = random.chance(0.3) ? random.integer(1, 100) : Number.POSITIVE_INFINITY;
    const left = limit === undefined ? {} : { limit: limit - records.length };
    const pager = list(params, { ...left, prefetch, signal, cursor });
    const timer = canceller && setTimeout(() => canceller.abort(), random.integer(0, 30));
    try {
      if (await readRecords(pager, most, records, random.chance(0.5))) return { records, limit };
      cursor = pager.cursor;
    } catch (error) {
      cursor = cursorOf(error, signal);
      if (!signal.aborted) counts.failures += 1;
    } finally {
      clearTimeout(timer);
    }
  }
  throw new Error(`the list did not end after ${MAX_PAGERS} pagers`);
}

/** Reads at least `most` records. Returns true if the list, or its limit, ended first. */
async function readRecords(
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

/** Random numbers that depend only on a seed. */
export interface Random {
  /** Returns true with this probability. */
  chance(probability: number): boolean;
  /** Returns an integer from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** @throws RangeError if there are no choices. */
  pick<T>(choices: readonly T[]): T;
}

export function createRandom(seed: string): Random {
  let drawn = 0;
  const draw = () => {
    drawn += 1;
    return createHash("md5").update(`${seed}/${drawn}`).digest().readUInt32BE() / 2 ** 32;
  };
  const integer = (least: number, most: number) => least + Math.floor(draw() * (most - least + 1));
  return {
    chance: (probability) => draw() < probability,
    integer,
    pick: (choices) => {
      const [choice] = choices.slice(integer(0, choices.length - 1));
      if (choice === undefined) throw new RangeError("pick requires at least one choice");
      return choice;
    },
  };
}
