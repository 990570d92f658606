import type { Emulator, Fault } from "@usagewire/emulator";
import type { Fetch } from "@usagewire/twilio";

export interface Strike {
  /** What the client is to send with. */
  readonly fetch: Fetch;
  /** Requests that were struck. */
  hits(): number;
  /** Milliseconds from the first of them to the request that follows it. */
  firstWait(): number;
  end(): void;
}

/**
 * Strikes the requests of which `where` says so: the first alone, or all of them until the end.
 *
 * @param fault what the emulator does to them, or the address that they reach in its place
 */
export function strike(
  { supersim }: Emulator,
  fault: Fault | string,
  where: (url: string) => boolean,
  once: boolean,
): Strike {
  const times = once ? 1 : Number.POSITIVE_INFINITY;
  if (typeof fault !== "string") supersim.faults.add(fault, { where, times });
  const sent: { readonly at: number; readonly struck: boolean }[] = [];
  const hits = () => sent.filter(({ struck }) => struck).length;
  let ended = false;
  return {
    fetch: (request) => {
      const { pathname, search } = new URL(request.url);
      const struck = !ended && hits() < times && where(pathname + search);
      sent.push({ at: performance.now(), struck });
      const elsewhere = struck && typeof fault === "string";
      return fetch(elsewhere ? new Request(fault + pathname + search, request) : request);
    },
    hits,
    firstWait: () => {
      const first = sent.findIndex(({ struck }) => struck);
      return (sent[first + 1]?.at ?? Number.NaN) - (sent[first]?.at ?? Number.NaN);
    },
    end: () => {
      ended = true;
      supersim.faults.clear();
    },
  };
}
