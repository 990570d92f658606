import { hashNumber, hashText } from "../synthetic/hash.ts";
import type { Fault, FaultSchedule } from "./fault.ts";

/** The faults of an API: set by tests, asked for by each request that is let in. */
export interface FaultBoard<Operation extends string = string> {
  /** Adds a fault behind those there are: of several that are due, the first strikes, one to a request. */
  add(fault: Fault, schedule?: FaultSchedule<Operation>): ActiveFault;
  /** Takes all faults away. */
  clear(): void;
}

export interface ActiveFault {
  /** Requests that it has struck. */
  readonly hits: number;
  remove(): void;
}

/** A board, seen from the requests' side. */
export interface DrawnFaultBoard<Operation extends string = string> extends FaultBoard<Operation> {
  /** The fault that strikes the next request of an operation, if one does. */
  draw(operation: string, url: string): Fault | undefined;
  /** Whether a fault will want the answer before its own. */
  readonly repeats: boolean;
}

interface Entry {
  readonly fault: Fault;
  readonly schedule: FaultSchedule;
  readonly random: number;
  met: number;
  hits: number;
}

export function createFaultBoard<Operation extends string>(seed: string): DrawnFaultBoard<Operation> {
  let entries: Entry[] = [];
  let added = 0;
  return {
    add: (fault, schedule = {}) => {
      const entry: Entry = { fault, schedule, random: hashText(`${seed}/fault/${added}`), met: 0, hits: 0 };
      added += 1;
      entries.push(entry);
      return {
        get hits() {
          return entry.hits;
        },
        remove: () => {
          entries = entries.filter((other) => other !== entry);
        },
      };
    },
    clear: () => {
      entries = [];
    },
    draw: (operation, url) => {
      const entry = entries.find((candidate) => isFor(candidate, operation, url) && strikes(candidate));
      if (entry !== undefined) entry.hits += 1;
      return entry?.fault;
    },
    get repeats() {
      return entries.some(({ fault }) => fault.kind === "repeat");
    },
  };
}

const isFor = ({ schedule }: Entry, operation: string, url: string): boolean =>
  (schedule.operation ?? operation) === operation && (schedule.where?.(url) ?? true);

/** Whether an entry is due; it has then met the request, whether or not it strikes. */
function strikes(entry: Entry): boolean {
  const { probability, skip = 0 } = entry.schedule;
  const times = entry.schedule.times ?? (probability === undefined ? 1 : Number.POSITIVE_INFINITY);
  if (entry.hits >= times) return false;
  entry.met += 1;
  if (entry.met <= skip) return false;
  return probability === undefined || hashNumber(entry.random, entry.met) / 2 ** 32 < probability;
}
