import type { Terminal } from "./host.ts";
import type { WriteRecords } from "./output.ts";

/** What a pull has read so far. */
export interface PullCounts {
  readonly pages: number;
  readonly records: number;
}

/** Counts the pages and records on their way to `write`. */
export function countRecords(
  write: WriteRecords,
  onPage: (counts: PullCounts) => void,
): { readonly write: WriteRecords; readonly counts: () => PullCounts } {
  let pages = 0;
  let records = 0;
  return {
    write: async (items) => {
      await write(items);
      pages += 1;
      records += items.length;
      onPage({ pages, records });
    },
    counts: () => ({ pages, records }),
  };
}

/** A progress line on a terminal. */
export interface Progress {
  /**
   * @param done number of completed steps
   * @param step name of the current step
   */
  show(done: number, step: string, counts: PullCounts): void;
  /** Clears the line. */
  stop(): void;
}

/**
 * Starts a progress line. Shows nothing if the stream is not a terminal.
 *
 * @param stream `undefined` for no progress
 * @param steps total number of steps; one step has no bar, since the length of a list is not known
 */
export async function startProgress(stream: Terminal | undefined, steps: number): Promise<Progress> {
  if (stream?.isTTY !== true) return { show: () => {}, stop: () => {} };
  // Loaded on first use, to keep other commands fast to start.
  const { SingleBar } = await import("cli-progress");
  const bar = new SingleBar({
    stream,
    format: `${steps > 1 ? "{bar} {value}/{total}  " : ""}{step}  {counts}`,
    barsize: 20,
    clearOnComplete: true,
    // On a signal, the command clears the line itself; the library would print the line once more.
    gracefulExit: false,
    hideCursor: true,
    linewrap: true,
  });
  bar.start(steps, 0, { step: "", counts: "" });
  return {
    show: (done, step, { pages, records }) =>
      bar.update(done, { step, counts: `${plural(records, "record")} in ${plural(pages, "page")}` }),
    stop: () => bar.stop(),
  };
}

/** `1 record`, `2,400 records`. */
export const plural = (count: number, noun: string): string =>
  `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
