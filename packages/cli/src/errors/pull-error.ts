/** A pull that did not reach its end. What was written before stands, in whole lines. */
export class PullError extends Error {
  override readonly name = "PullError";
  /** Where a later pull goes on with the first record that was not written; undefined: at the beginning. */
  readonly cursor: string | undefined;

  constructor(cause: unknown, cursor: string | undefined) {
    super("the pull stopped", { cause });
    this.cursor = cursor;
  }
}
