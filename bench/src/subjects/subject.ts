/*
 * What the subjects share. Each module in this folder holds the subjects of one client, so that a process loads no other.
 */

/** Does a task and passes on the `data_total` of each record, in the order of the list. */
export type Subject<Task> = (task: Task, addRecord: (bytes: number) => void) => Promise<void>;

/** Loads a subject by its name, `module/export`. */
export async function loadSubject(name: string): Promise<Subject<unknown>> {
  const [file = "", run = ""] = name.split("/");
  const module = await import(new URL(`${file}.ts`, import.meta.url).href);
  if (typeof module[run] !== "function") throw new Error(`subjects/${file}.ts does not export ${run}`);
  return module[run];
}

/** Reads a whole list. */
export interface ListTask {
  readonly origin: string;
  /** Default: the client's own. */
  readonly pageSize?: number;
}

/** Reads a list and waits after each page. */
export interface SlowTask extends ListTask {
  /** Milliseconds after each page. */
  readonly pause: number;
}

/** Reads a list that is split into days, newest first. */
export interface WindowsTask {
  readonly origin: string;
  readonly pageSize: number;
  /** Midnight in UTC. */
  readonly from: string;
  /** Midnight in UTC, not included. */
  readonly to: string;
  readonly concurrency: number;
}

/** Sends the same small request repeatedly. */
export interface CallsTask {
  readonly origin: string;
  readonly calls: number;
  /** Calls in flight at the same time. */
  readonly concurrency: number;
}

/** The server does not check credentials; every subject sends these, as it would to the provider. */
export const credentials = {
  accountSid: "AC00000000000000000000000000000000",
  authToken: "00000000000000000000000000000000",
} as const;

export const authorization = `Basic ${btoa(`${credentials.accountSid}:${credentials.authToken}`)}`;

/** The URL of the first page. Parameters that are undefined are left out. */
export function listUrl(
  origin: string,
  parameters: Readonly<Record<string, string | number | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, String(value));
  }
  return `${origin}/v1/UsageRecords?${query}`;
}

/** Makes the calls and passes on the number that each returns. */
export async function callAll(
  { calls, concurrency }: Pick<CallsTask, "calls" | "concurrency">,
  call: () => Promise<number>,
  addRecord: (bytes: number) => void,
): Promise<void> {
  const worker = async (share: number) => {
    for (let made = 0; made < share; made += 1) addRecord(await call());
  };
  await Promise.all(Array.from({ length: concurrency }, () => worker(calls / concurrency)));
}

const DAY = 86_400_000;

/** The last `count` days up to midnight in UTC. Days relative to now, since the provider keeps records for a limited time. */
export function lastDays(count: number): { readonly from: string; readonly to: string } {
  const to = Math.floor(Date.now() / DAY) * DAY;
  return { from: new Date(to - count * DAY).toISOString(), to: new Date(to).toISOString() };
}

/** The days of a range, newest first. */
export function* days({ from, to }: { readonly from: string; readonly to: string }) {
  for (let end = Date.parse(to); end > Date.parse(from); end -= DAY) {
    yield { start: new Date(end - DAY), end: new Date(end) };
  }
}
