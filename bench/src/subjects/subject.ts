/**
 * What a module in this folder exports as `run`: does the task and hands each record over by its `data_total`, in the order of
 * the list.
 */
export type Subject<Task> = (task: Task, add: (bytes: number) => void) => Promise<void>;

/** A whole list. */
export interface ListTask {
  readonly origin: string;
  /** Left out: what the subject asks for when nobody tunes it. */
  readonly pageSize?: number;
}

/** A list by a consumer that takes its time. */
export interface SlowTask extends ListTask {
  /** Milliseconds for each page. */
  readonly pause: number;
}

/** A list cut into days, the newest first. */
export interface WindowsTask {
  readonly origin: string;
  readonly pageSize: number;
  /** Midnights in UTC; `to` is not included. */
  readonly from: string;
  readonly to: string;
  readonly concurrency: number;
}

/** The same small request again and again. */
export interface CallsTask {
  readonly origin: string;
  readonly calls: number;
  /** Calls under way at the same time. */
  readonly atOnce: number;
}
