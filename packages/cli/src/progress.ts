import { SingleBar } from "cli-progress";
import { count } from "./count.ts";
import type { Terminal } from "./host.ts";
import type { Tally } from "./pull/tally.ts";

/** How far a command is, on standard error; nothing where that is no terminal. */
export interface Progress {
  /** @param done steps that are behind us */
  show(done: number, doing: string, tally: Tally | undefined): void;
  /** Clears the line. */
  stop(): void;
}

const NONE: Progress = { show: () => {}, stop: () => {} };

/**
 * @param stream undefined: no progress is wanted
 * @param steps how many there are in all; one: no bar, since nobody knows how long a list is
 */
export function startProgress(stream: Terminal | undefined, steps: number): Progress {
  if (stream?.isTTY !== true) return NONE;
  const bar = new SingleBar({
    stream,
    format: `${steps > 1 ? "{bar} {value}/{total}  " : ""}{doing}  {came}`,
    barsize: 20,
    clearOnComplete: true,
    // It would be written on a line of its own when the command is stopped; the command stops it itself.
    gracefulExit: false,
    hideCursor: true,
    linewrap: true,
  });
  bar.start(steps, 0, { doing: "", came: "" });
  return {
    show: (done, doing, tally) => bar.update(done, { doing, came: tally === undefined ? "" : came(tally) }),
    stop: () => bar.stop(),
  };
}

const came = ({ pages, records }: Tally): string => `${count(records, "record")} in ${count(pages, "page")}`;
