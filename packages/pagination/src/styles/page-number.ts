import type { Readers } from "../answer/readers.ts";
import type { PageNumberScheme } from "../scheme.ts";
import { numbered } from "./numbered.ts";
import { startPosition } from "./numbered-position.ts";
import { startNumber } from "./start-number.ts";
import type { Style } from "./style.ts";

/** Counts pages. How many records came before is known only to a walk that began with the first. */
export function pageNumber(
  scheme: PageNumberScheme,
  base: string,
  readers: Readers,
  size: number | undefined,
): Style {
  const start = startNumber(base, scheme.param) ?? scheme.first;
  return numbered(scheme, base, readers, size, {
    start: startPosition(start, start === scheme.first ? 0 : undefined),
    advance: (number) => number + 1,
    pages: (number) => number - scheme.first + 1,
  });
}
