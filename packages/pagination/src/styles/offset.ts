import type { Readers } from "../answer/readers.ts";
import type { OffsetScheme } from "../scheme.ts";
import { numbered } from "./numbered.ts";
import { startPosition } from "./numbered-position.ts";
import { startNumber } from "./start-number.ts";
import type { Style } from "./style.ts";

/** Counts the records to skip, by what was received: a server may give fewer than it was asked for. */
export function offset(
  scheme: OffsetScheme,
  base: string,
  readers: Readers,
  size: number | undefined,
): Style {
  const start = startNumber(base, scheme.param) ?? 0;
  return numbered(scheme, base, readers, size, {
    start: startPosition(start, start),
    advance: (number, received) => number + received,
    pages: () => undefined,
  });
}
