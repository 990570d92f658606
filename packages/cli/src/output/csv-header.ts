/** The columns in the first line of a CSV file. */
// With a comma behind the last cell, too, each ends in one, and an empty cell is a cell.
export const csvHeader = (line: string): string[] =>
  [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(
    ([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain,
  );
