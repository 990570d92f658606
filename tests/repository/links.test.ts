import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { published, root } from "../helpers/workspace.ts";

const pages = globSync("{*.md,{docs,specs,packages,tests,bench,examples}/**/*.md}", {
  cwd: root,
  exclude: (path) => path.split("/").includes("node_modules"),
});

/** The assumed address of this repository: links to it must lead to a file here. */
const repository = /^https:\/\/github\.com\/usagewire\/usagewire\/(?:blob|tree)\/main\//;

/** The targets of a page's links, outside its code blocks. */
const linksOf = (page: string): string[] =>
  [
    ...readFileSync(join(root, page), "utf8")
      .replace(/^(`{3,})[\s\S]*?^\1/gm, "")
      .matchAll(/\]\(([^)\s]+)\)/g),
  ].map(([, target = ""]) => target);

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

it.each(pages)("the links of %s to this repository lead to a file and a heading", (page) => {
  const broken = linksOf(page).filter((target) => {
    const isAbsolute = repository.test(target);
    if (!isAbsolute && /^[a-z]+:/.test(target)) return false;
    const [path = "", anchor] = target.replace(repository, "").split("#");
    const file = path === "" ? join(root, page) : join(root, isAbsolute ? "." : dirname(page), path);
    if (!existsSync(file)) return true;
    if (anchor === undefined) return false;
    const text = file.endsWith(".md") ? file : join(file, "README.md");
    return !existsSync(text) || !anchorsOf(readFileSync(text, "utf8")).includes(anchor);
  });
  expect(broken).toEqual([]);
});

it.each(published)("the README of $name has no relative link, which npm would not resolve", ({ name }) => {
  const relative = linksOf(`packages/${name}/README.md`).filter((target) => !/^([a-z]+:|#)/.test(target));
  expect(relative).toEqual([]);
});

it.each(published)("the README of $name says how to install it until it is published", ({ name }) => {
  const page = `packages/${name}/README.md`;
  expect(linksOf(page)).toContain("https://github.com/usagewire/usagewire/blob/main/docs/install.md");
});
