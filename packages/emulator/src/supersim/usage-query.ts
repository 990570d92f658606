import { twilioError } from "../twilio/twilio-error.ts";
import { readPeriod } from "./read-period.ts";

export const GROUPS = ["sim", "fleet", "network", "isoCountry"] as const;
export const GRANULARITIES = ["hour", "day", "all"] as const;

export type Group = (typeof GROUPS)[number];
export type Granularity = (typeof GRANULARITIES)[number];

/** The parameters of a list of usage records, checked. */
export interface UsageQuery {
  /** SID or unique name. */
  readonly sim: string | null;
  /** SID or unique name. */
  readonly fleet: string | null;
  readonly networkSid: string | null;
  /** Upper case. */
  readonly isoCountry: string | null;
  readonly group: Group | null;
  readonly granularity: Granularity;
  /** Milliseconds, inclusive. */
  readonly start: number;
  /** Milliseconds, exclusive. */
  readonly end: number;
}

/** Reads the query as Twilio does; anything invalid is a refusal with one of the codes 83600 to 83605. */
export function readUsageQuery(query: URLSearchParams, now: number): UsageQuery {
  const group = readChoice(query, "Group", GROUPS);
  const granularity = readChoice(query, "Granularity", GRANULARITIES) ?? "all";
  return {
    sim: query.get("Sim"),
    fleet: query.get("Fleet"),
    networkSid: readPattern(query, "Network", /^HW[0-9a-fA-F]{32}$/),
    isoCountry: readPattern(query, "IsoCountry", /^[A-Za-z]{2}$/)?.toUpperCase() ?? null,
    group,
    granularity,
    ...readPeriod(query, { group, granularity, now }),
  };
}

function readChoice<T extends string>(query: URLSearchParams, name: string, choices: readonly T[]): T | null {
  const text = query.get(name);
  if (text === null) return null;
  const choice = choices.find((known) => known === text);
  if (choice === undefined) throw invalid(`${name} must be one of ${choices.join(", ")}.`);
  return choice;
}

function readPattern(query: URLSearchParams, name: string, pattern: RegExp): string | null {
  const text = query.get(name);
  if (text !== null && !pattern.test(text)) throw invalid(`${name} must match ${pattern.source}.`);
  return text;
}

const invalid = (message: string) => twilioError(400, 83600, message);
