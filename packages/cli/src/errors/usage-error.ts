/** The command cannot be run as given: what is wrong, where, and what is accepted. Nothing was requested. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
