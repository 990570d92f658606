import { createTwoFilesPatch } from "diff";

/** Beyond this many differing lines a diff says less than generating again, and takes long to find. */
const most = 2000;

/** What would change in a file, as `git diff` shows it. */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  if (before === undefined) return `--- /dev/null\n+++ ${path}\n(the file is missing)\n`;
  const patch = createTwoFilesPatch(path, path, before, after, "as it is", "as generated", {
    maxEditLength: most,
  });
  return patch ?? `--- ${path}\n+++ ${path}\n(more than ${most} lines differ)\n`;
}
