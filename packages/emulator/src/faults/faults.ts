import { hashNumber, hashText } from "../synthetic/hash.ts";

/** Something that goes wrong with one response. */
export type Fault =
  | AnswerFault
  | DelayFault
  | CutFault
  | StallFault
  | TruncateFault
  | RepeatFault
  | TransportFault;

/** Sends a different response. The request is not processed. */
export interface AnswerFault {
  readonly kind: "answer";
  /** HTTP status. */
  readonly status: number;
  /** Additional headers, such as `Retry-After` or `Location`. Defaults to none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Body, sent as HTML unless `headers` says otherwise. Defaults to the provider's error body for the status. */
  readonly body?: string;
}

/** Sends the correct response after a delay. */
export interface DelayFault {
  readonly kind: "delay";
  /** Milliseconds. */
  readonly for: number;
}

/** The part of a response that is sent: nothing, the headers, or the headers and half of the body. */
export type ResponsePart = "nothing" | "headers" | "half";

/** Closes the connection before the response is complete. */
export interface CutFault {
  readonly kind: "cut";
  /** What is sent first. */
  readonly after: ResponsePart;
  /** `"reset"` aborts the connection, as a crash does; `"end"` closes it normally. Defaults to `"reset"`. */
  readonly how?: "reset" | "end";
}

/** Stops in the middle of a response and keeps the connection open until the client closes it. */
export interface StallFault {
  readonly kind: "stall";
  /** What is sent first. */
  readonly after: ResponsePart;
}

/** Sends a complete HTTP message with only half of the JSON, as a broken proxy does. */
export interface TruncateFault {
  readonly kind: "truncate";
}

/**
 * Sends the operation's previous response again, so that a list repeats a page. Add it with `skip: 1` before that
 * response; if there was none since it was added, the correct response is sent.
 */
export interface RepeatFault {
  readonly kind: "repeat";
}

/** Sends the correct response in an unusual but valid form. */
export interface TransportFault {
  readonly kind: "transport";
  /** Compresses the body, whatever the request accepts. Defaults to false. */
  readonly gzip?: boolean;
  /** Sends the body in chunks, without a `Content-Length`. Defaults to false. */
  readonly chunked?: boolean;
  /** Minimum size of the uncompressed body in bytes, reached with leading white space. Defaults to 0. */
  readonly size?: number;
}

/** Selects the requests that a fault affects. */
export interface FaultSchedule<Operation extends string = string> {
  /** Method and path template. Defaults to every operation of the API. */
  readonly operation?: Operation;
  /** Returns whether the fault applies to a path and query, as sent. Defaults to every URL. */
  readonly where?: (url: string) => boolean;
  /** Number of matching requests to leave alone first. Defaults to 0. */
  readonly skip?: number;
  /** Number of requests to affect. Defaults to 1, or to no limit with `probability`. */
  readonly times?: number;
  /** Probability, from 0 to 1, that a request is affected. The seed decides which ones are. Defaults to 1. */
  readonly probability?: number;
}

/** Adds and removes the faults of an API. Only authenticated requests are affected. */
export interface FaultInjector<Operation extends string = string> {
  /**
   * Adds a fault. A request gets at most one: the first that applies, in the order in which they were added.
   *
   * @param schedule requests to affect; defaults to the next one
   */
  add(fault: Fault, schedule?: FaultSchedule<Operation>): ActiveFault;
  /** Removes all faults. */
  clear(): void;
}

/** A fault that was added. */
export interface ActiveFault {
  /** Number of requests that it has affected. */
  readonly hits: number;
  /** Removes the fault. */
  remove(): void;
}

/** The faults of an API, as its requests see them. */
export interface FaultRegistry<Operation extends string = string> extends FaultInjector<Operation> {
  /** Returns the fault for a request, if any, and counts it. */
  take(operation: string, url: string): Fault | undefined;
  /** Whether a pending fault needs the previous response. */
  readonly needsPreviousResponse: boolean;
}

interface Entry {
  readonly fault: Fault;
  readonly schedule: FaultSchedule;
  readonly seed: number;
  /** Requests that matched, whether or not they were affected. */
  matched: number;
  hits: number;
}

/** @param seed seed of faults with a `probability` */
export function createFaultRegistry<Operation extends string>(seed: string): FaultRegistry<Operation> {
  let entries: Entry[] = [];
  let added = 0;
  return {
    add: (fault, schedule = {}) => {
      const entry: Entry = { fault, schedule, seed: hashText(`${seed}/fault/${added}`), matched: 0, hits: 0 };
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
    take: (operation, url) => {
      const entry = entries.find((candidate) => matches(candidate, operation, url) && isDue(candidate));
      if (entry !== undefined) entry.hits += 1;
      return entry?.fault;
    },
    get needsPreviousResponse() {
      return entries.some(({ fault }) => fault.kind === "repeat");
    },
  };
}

const matches = ({ schedule }: Entry, operation: string, url: string): boolean =>
  (schedule.operation ?? operation) === operation && (schedule.where?.(url) ?? true);

/** Counts a matching request and returns whether the fault affects it. */
function isDue(entry: Entry): boolean {
  const { probability, skip = 0 } = entry.schedule;
  const times = entry.schedule.times ?? (probability === undefined ? 1 : Number.POSITIVE_INFINITY);
  if (entry.hits >= times) return false;
  entry.matched += 1;
  if (entry.matched <= skip) return false;
  return probability === undefined || hashNumber(entry.seed, entry.matched) / 2 ** 32 < probability;
}
