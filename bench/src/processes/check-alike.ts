import type { Total } from "./tally.ts";

/** @throws Error when two walks did not come to the same records in the same order. */
export function checkAlike(walks: readonly { readonly subject: string; readonly total: Total }[]): void {
  const describe = ({ count, checksum }: Total) => `${count} records with checksum ${checksum}`;
  const [first] = walks;
  for (const walk of walks) {
    if (first === undefined || describe(walk.total) === describe(first.total)) continue;
    throw new Error(
      `${walk.subject} came to ${describe(walk.total)}, ${first.subject} to ${describe(first.total)}`,
    );
  }
}
