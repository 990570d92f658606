/** Rounds below which the report marks a figure that varies. */
export const ENOUGH_ROUNDS = 15;

/** Rounds in one process, where figures depend on when it collects garbage. */
export const ROUNDS_PER_PROCESS = 3;

/** Records of a list, records of a page. */
export const DRAIN = { records: 1_000_000, pageSize: 1000 } as const;

export const MEMORY = {
  /** Each measurement takes a process of its own. */
  rounds: 5,
  pageSize: 1000,
  short: 50_000,
  long: 5_000_000,
  /** Of the list that `list` of the vendor's SDK holds whole. */
  list: 300_000,
  /** Forced collections on the way through a list. */
  samples: 20,
} as const;

/** Windows of a day, up to the last midnight, each on one page. Milliseconds for each answer. */
export const WINDOWS = {
  days: 96,
  records: 150,
  pageSize: 200,
  latency: 100,
  concurrency: 8,
} as const;

/** 600 pages. Milliseconds for each answer, and for each page in the consumer. */
export const SLOW_CONSUMER = { records: 30_000, pageSize: 50, latency: 10, pause: 10 } as const;

export const REQUESTS = { records: 10_000 } as const;

export const SMALL_CALLS = { calls: 10_000, atOnce: [1, 8] } as const;
