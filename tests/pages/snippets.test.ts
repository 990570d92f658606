import { expect, test } from "vitest";
import { readCommands, readSnippets } from "./snippets.ts";

const F = "```";
const page = (...lines: string[]) => lines.join("\n");

test("finds blocks with their language, line and expected output", () => {
  expect(
    readSnippets(
      page("# A", "", `${F}ts`, "a();", "b();", F, "prints", `${F}text`, "1", F, `${F}sh`, "c", F),
    ),
  ).toEqual([
    { language: "ts", code: "a();\nb();", line: 4, expected: "1" },
    { language: "sh", code: "c", line: 12 },
  ]);
});

test("a text block belongs to the block before it, unless a heading separates them", () => {
  const snippets = readSnippets(
    page(
      `${F}ts`,
      "a",
      F,
      "## B",
      `${F}text`,
      "1",
      F,
      `${F}ts`,
      "b",
      F,
      `${F}text`,
      "2",
      F,
      `${F}text`,
      "3",
      F,
    ),
  );
  expect(snippets.map(({ code, expected }) => [code, expected])).toEqual([
    ["a", undefined],
    ["b", "2"],
  ]);
});

test("removes a list's indentation; a longer fence may contain a shorter one", () => {
  const snippets = readSnippets(
    page("- x", `  ${F}ts`, "  if (a)", "    b();", `  ${F}`, "````md", `${F}ts`, "no", F, "````"),
  );
  expect(snippets.map(({ language, code }) => [language, code])).toEqual([
    ["ts", "if (a)\n  b();"],
    ["md", `${F}ts\nno\n${F}`],
  ]);
});

test("a snippet that is not run needs a reason", () => {
  expect(readSnippets(page(`${F}ts no-run: it needs an account`, "a", F))).toEqual([
    { language: "ts", code: "a", line: 2, noRun: "it needs an account" },
  ]);
  expect(() => readSnippets(page("", `${F}ts no-run`, "a", F))).toThrow("line 2: give the reason");
});

test("backticks within a line of prose do not open a block", () => {
  expect(readSnippets("````\x60\x60\x60ts no-run: x````\nprose")).toEqual([]);
  expect(readSnippets(page(`${F}ts`, "a", `${F}${F}`))).toHaveLength(1);
});

test("an unclosed block is an error", () => {
  expect(() => readSnippets(page("x", `${F}ts`, "a"))).toThrow("line 2: the block is not closed");
});

test("reads commands as a shell would", () => {
  const blocks = page(
    `${F}sh`,
    "# first",
    "$ npx start  # in a shell",
    "usagewire pull \\",
    "  --all",
    "",
    F,
    `${F}ts`,
    "no()",
    F,
  );
  expect(readCommands(blocks)).toEqual(["npx start", "usagewire pull --all"]);
  expect(readCommands(page(`${F}sh no-run: it publishes`, "npm publish", F))).toEqual([]);
});
