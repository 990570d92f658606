/** A HAR that is not one: the message says where, what was expected and what was found. */
export class HarError extends Error {
  override readonly name = "HarError";
  /** The place in the document, as `log.entries[3].request.url`. */
  readonly where: string;

  constructor(where: string, problem: string, options?: ErrorOptions) {
    super(`${where}: ${problem}`, options);
    this.where = where;
  }
}
