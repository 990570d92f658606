import { type NumberedScheme, numbered, startNumber } from "./numbered.ts";
import { PARAMETER, type PagingStyle } from "./style.ts";

/** Each request names the number of records to skip. */
export interface OffsetScheme extends NumberedScheme {
  readonly style: "offset";
}

/** The paging style `offset`. It counts the records received, because a server may send fewer than requested. */
export const offset: PagingStyle<OffsetScheme, true> = {
  name: "offset",
  predictable: true,
  requires: { param: PARAMETER },
  paginate(scheme, base, reader, pageSize) {
    const start = startNumber(base, scheme.param) ?? 0;
    return numbered(scheme, base, reader, pageSize, {
      start,
      read: start,
      inside: start + 1,
      advance: (number, received) => number + received,
      pages: () => undefined,
    });
  },
};
