/** The leading columns that a line has room for; the first one always. */
export function fitColumns<Column extends { readonly width: number }>(
  columns: readonly Column[],
  width: number | undefined,
  gap: number,
): Column[] {
  if (width === undefined) return [...columns];
  let used = -gap;
  let count = 0;
  for (const column of columns) {
    used += column.width + gap;
    if (used > width && count > 0) break;
    count += 1;
  }
  return columns.slice(0, count);
}
