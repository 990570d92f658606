import { expect, test } from "vitest";
import { readmeCommands } from "./readme-commands.ts";
import { readmeSnippets } from "./readme-snippets.ts";

const F = "```";
const page = (...lines: string[]) => lines.join("\n");

test("finds blocks with their language, line and output", () => {
  expect(
    readmeSnippets(
      page("# A", "", `${F}ts`, "a();", "b();", F, "prints", `${F}text`, "1", F, `${F}sh`, "c", F),
    ),
  ).toEqual([
    { language: "ts", code: "a();\nb();", line: 4, expected: "1" },
    { language: "sh", code: "c", line: 12 },
  ]);
});

test("a text block belongs to the block right before it, and not across a heading", () => {
  const snippets = readmeSnippets(
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

test("blocks in lists lose the list's indentation; longer fences may contain shorter ones", () => {
  const snippets = readmeSnippets(
    page("- x", `  ${F}ts`, "  if (a)", "    b();", `  ${F}`, "````md", `${F}ts`, "no", F, "````"),
  );
  expect(snippets.map(({ language, code }) => [language, code])).toEqual([
    ["ts", "if (a)\n  b();"],
    ["md", `${F}ts\nno\n${F}`],
  ]);
});

test("a snippet that is not run says why", () => {
  expect(readmeSnippets(page(`${F}ts no-run: it needs an account`, "a", F))).toEqual([
    { language: "ts", code: "a", line: 2, noRun: "it needs an account" },
  ]);
  expect(() => readmeSnippets(page("", `${F}ts no-run`, "a", F))).toThrow("line 2: say why it is not run");
});

test("backticks in a line of prose open no block", () => {
  expect(readmeSnippets("````\x60\x60\x60ts no-run: x````\nprose")).toEqual([]);
  expect(readmeSnippets(page(`${F}ts`, "a", `${F}${F}`))).toHaveLength(1);
});

test("a block that is never closed is an error", () => {
  expect(() => readmeSnippets(page("x", `${F}ts`, "a"))).toThrow("line 2: the block is never closed");
});

test("commands are read as a shell would", () => {
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
  expect(readmeCommands(blocks)).toEqual(["npx start", "usagewire pull --all"]);
  expect(readmeCommands(page(`${F}sh no-run: it publishes`, "npm publish", F))).toEqual([]);
});
