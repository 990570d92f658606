import type { Writable } from "node:stream";

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where text goes: a terminal, a pipe or a file. */
export interface Terminal extends Writable {
  readonly isTTY?: boolean;
  /** Characters per line of a terminal; 0 where it does not know. */
  readonly columns?: number;
}

/** What the command line needs of the process around it. */
export interface Host {
  /** Records, tables and help. */
  readonly stdout: Terminal;
  /** Progress and messages. */
  readonly stderr: Terminal;
  readonly env: Environment;
  /** Aborts with an {@link Interruption} when the user wants the command to stop. */
  readonly signal: AbortSignal;
}
