import { readmeSnippets } from "./readme-snippets.ts";

/** The commands of a page's `sh` blocks, in order, one a line: comments dropped, continued lines joined. */
export function readmeCommands(markdown: string): string[] {
  return readmeSnippets(markdown)
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
