import type { Candidate } from "./candidate.ts";
import { entryList } from "./entry-list.ts";

/** Entries of a recording have not been asked for. The message lists them. */
export class ReplayUnusedError extends Error {
  override readonly name = "ReplayUnusedError";

  /** @internal */
  constructor(unused: readonly Candidate[], total: number) {
    super(
      [`${unused.length} of ${total} recorded entries have not been asked for:`, ...entryList(unused)].join(
        "\n",
      ),
    );
  }
}
