import type { OffsetScheme } from "../scheme.ts";
import { numbered } from "./numbered.ts";
import { startPosition } from "./numbered-position.ts";
import type { PagingStyle } from "./paging-style.ts";
import { startNumber } from "./start-number.ts";

/** Counts the records to skip, by what was received: a server may give fewer than it was asked for. */
export const offset: PagingStyle<OffsetScheme> = {
  name: "offset",
  foreseeable: true,
  over(scheme, base, readers, size) {
    const start = startNumber(base, scheme.param) ?? 0;
    return numbered(scheme, base, readers, size, {
      start: startPosition(start, start),
      advance: (number, received) => number + received,
      pages: () => undefined,
    });
  },
};
