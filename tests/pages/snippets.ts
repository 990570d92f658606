/** A fenced block of a Markdown page. */
export interface Snippet {
  readonly language: string;
  readonly code: string;
  /** Line of the page on which the code starts, from 1. */
  readonly line: number;
  /** The expected output: the `text` block that follows. */
  readonly expected?: string;
  /** Why it is not run, from the info string: ```` ```ts no-run: it needs an account ````. */
  readonly noRun?: string;
}

/**
 * The fenced blocks of a page, in order. A `text` block is the expected output of the block before it, unless a heading
 * separates them.
 *
 * @throws Error for a block that is not closed, and for `no-run` without a reason.
 */
export function readSnippets(markdown: string): Snippet[] {
  const snippets: Snippet[] = [];
  let printing: Snippet | undefined;
  const lines = markdown.split("\n");
  for (let index = 0; index < lines.length; index++) {
    if (/^#+ /.test(lines[index] ?? "")) printing = undefined;
    const opening = /^(\s*)(`{3,}|~{3,})([^`]*)$/.exec(lines[index] ?? "");
    if (opening === null) continue;
    const [, indent = "", fence = "", info = ""] = opening;
    const start = index + 1;
    const end = lines.findIndex((line, at) => at >= start && isClosing(line.trim(), fence));
    if (end < 0) throw new Error(`line ${start}: the block is not closed`);
    const code = lines
      .slice(start, end)
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    const snippet = toSnippet(info.trim(), code.join("\n"), start + 1);
    if (snippet.language !== "text") snippets.push(snippet);
    else if (printing !== undefined) snippets[snippets.length - 1] = { ...printing, expected: snippet.code };
    printing = snippet.language === "text" ? undefined : snippet;
    index = end;
  }
  return snippets;
}

/** Whether a line closes a fence: the same character, at least as often. */
function isClosing(line: string, fence: string): boolean {
  return line.startsWith(fence) && line === fence.charAt(0).repeat(line.length);
}

function toSnippet(info: string, code: string, line: number): Snippet {
  const [language = ""] = info.split(/\s/);
  const marker = /\bno-run\b(?::\s*(.+))?/.exec(info);
  if (marker === null) return { language, code, line };
  const [, noRun] = marker;
  if (noRun === undefined)
    throw new Error(`line ${line - 1}: give the reason, as in "no-run: it needs an account"`);
  return { language, code, line, noRun };
}

/** The commands in a page's `sh` blocks, in order: without comments, continued lines joined. */
export function readCommands(markdown: string): string[] {
  return readSnippets(markdown)
    .filter(({ language, noRun }) => language === "sh" && noRun === undefined)
    .flatMap(({ code }) => code.replaceAll("\\\n", " ").split("\n"))
    .map((line) =>
      line
        .replace(/^\$ /, "")
        .replace(/(^|\s)#.*$/, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "");
}
