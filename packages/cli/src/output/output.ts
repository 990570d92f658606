/** Where records go. */
export interface Output {
  /** For messages: a file's name, or "standard output". */
  readonly name: string;
  /** Resolves when all of the text has been taken over, so that whoever waits for it never runs ahead of a reader. */
  write(text: string): Promise<void>;
  /** The list has ended: an output without a record exists too. */
  finish(): Promise<void>;
  /** The pull stopped: keeps what was written and nothing else. */
  release(): Promise<void>;
}
