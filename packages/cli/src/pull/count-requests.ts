import type { Fetch } from "@usagewire/client";

export interface RequestCounter {
  /** The platform's, counted. */
  readonly fetch: Fetch;
  /** Requests so far, those included that were refused or tried again. */
  readonly requests: number;
}

export function countRequests(): RequestCounter {
  let requests = 0;
  return {
    fetch: (request) => {
      requests += 1;
      return globalThis.fetch(request);
    },
    get requests() {
      return requests;
    },
  };
}
