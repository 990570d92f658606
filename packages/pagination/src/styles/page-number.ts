import type { PageNumberScheme } from "../scheme.ts";
import { numbered } from "./numbered.ts";
import { startPosition } from "./numbered-position.ts";
import type { PagingStyle } from "./paging-style.ts";
import { startNumber } from "./start-number.ts";

/** Counts pages. How many records came before is known only to a walk that began with the first. */
export const pageNumber: PagingStyle<PageNumberScheme> = {
  name: "page-number",
  foreseeable: true,
  over(scheme, base, readers, size) {
    const start = startNumber(base, scheme.param) ?? scheme.first;
    return numbered(scheme, base, readers, size, {
      start: startPosition(start, start === scheme.first ? 0 : undefined),
      advance: (number) => number + 1,
      pages: (number) => number - scheme.first + 1,
    });
  },
};
