import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../helpers/workspace.ts";

const pages = globSync("{*.md,{docs,specs,packages,tests,bench,examples}/**/*.md}", {
  cwd: root,
  exclude: (path) => path.split("/").includes("node_modules"),
});

/** The anchors that GitHub gives to the headings of a page. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );

it("finds the pages", () => {
  expect(pages).toContain("README.md");
  expect(pages).toContain("packages/pagination/README.md");
});

it.each(pages)("the relative links of %s lead to a file and a heading", (page) => {
  const markdown = readFileSync(join(root, page), "utf8").replace(/^(`{3,})[\s\S]*?^\1/gm, "");
  const broken = [...markdown.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? join(root, page) : join(root, dirname(page), path);
      if (!existsSync(file)) return true;
      if (anchor === undefined) return false;
      const text = file.endsWith(".md") ? file : join(file, "README.md");
      return !existsSync(text) || !anchorsOf(readFileSync(text, "utf8")).includes(anchor);
    });
  expect(broken).toEqual([]);
});
