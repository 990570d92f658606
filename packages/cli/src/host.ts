import type { Writable } from "node:stream";

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A stream that the command writes to: a terminal, a pipe or a file. */
export interface Terminal extends Writable {
  /** Whether the stream is a terminal. Defaults to `false`. */
  readonly isTTY?: boolean;
  /** Width of the terminal in characters; 0 or `undefined` if it is not known. */
  readonly columns?: number;
}

/** What the command uses of the process that it runs in. */
export interface Host {
  /** Receives records, tables and help. */
  readonly stdout: Terminal;
  /** Receives progress, notes and errors. */
  readonly stderr: Terminal;
  /** Holds the credentials; see `usagewire pull --help` for the names. */
  readonly env: Environment;
  /** Stops the command. Abort it with an `InterruptedError` as the reason. */
  readonly signal: AbortSignal;
}
