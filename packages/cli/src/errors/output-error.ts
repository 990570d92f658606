/** The output could not be written. */
export class OutputError extends Error {
  override readonly name = "OutputError";
  /** Whoever read the output has gone, as `head` does when it has seen enough: nothing to complain about. */
  readonly readerGone: boolean;

  constructor(where: string, cause: unknown) {
    super(`${where}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.readerGone = GONE.has(codeOf(cause));
  }
}

const GONE = new Set(["EPIPE", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"]);

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
