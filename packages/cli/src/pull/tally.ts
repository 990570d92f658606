import type { TakeRecords } from "./pull.ts";

/** What has come so far of an operation. */
export interface Tally {
  readonly pages: number;
  readonly records: number;
}

/** Counts what passes on its way to `take`; `onPage` is told after each page. */
export function tallied(
  take: TakeRecords,
  onPage: (tally: Tally) => void,
): { readonly take: TakeRecords; readonly tally: () => Tally } {
  let pages = 0;
  let records = 0;
  return {
    take: async (items) => {
      await take(items);
      pages += 1;
      records += items.length;
      onPage({ pages, records });
    },
    tally: () => ({ pages, records }),
  };
}
