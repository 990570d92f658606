import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { apis } from "../src/apis.ts";
import { operationsOf } from "../src/operations.ts";
import { commanderOptions } from "../src/options.ts";
import { runCommand } from "./helpers/run-command.ts";

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");

/** The cells of each table row. `\|` is not the end of a cell. */
const rows = readme
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|")));

describe("the README", () => {
  it("lists every flag with the text of its help", () => {
    const options = [
      ...commanderOptions(["list", "operation"]),
      ...commanderOptions(["pull-all"]).filter(({ long }) => /^--(all|sim-id|tag-id)$/.test(long ?? "")),
    ];
    const listed = rows
      .filter(([, flag]) => flag?.startsWith("`--"))
      .map(([, flag = "", text = "", fallback = ""]) => {
        const help = fallback === "" ? text : `${text} Default: ${fallback}.`;
        return [flag.replaceAll("`", ""), help.replaceAll("`", "")];
      });
    expect(listed).toEqual(options.map(({ flags, description }) => [flags, description]));
  });

  it("lists every operation", () => {
    const listed = rows
      .map(([, api = "", operations = ""]) => [api, operations.split(", ")] as const)
      .filter(([api]) => apis.some(({ name }) => api === `\`${name}\``));
    const expected = apis.map((api) => [
      `\`${api.name}\``,
      operationsOf(api).map(({ name }) => `\`${name}\``),
    ]);
    expect(listed).toEqual(expected);
  });

  const examples = [...readme.matchAll(/```sh\nusagewire ([^\n]*)\n```\n\n```text\n(.*?)```/gs)];
  const withoutTimes = (text: string) =>
    text.replace(/ *\d+\.\d\d s │/g, " … s │").replace(/(--cursor) \S+/g, "$1 …");

  it.each(examples.map(([, command = "", output = ""]) => [command, output]))(
    "shows the output of usagewire %s on a terminal",
    async (command, output) => {
      const folder = await mkdtemp(join(tmpdir(), "usagewire-"));
      onTestFinished(() => rm(folder, { recursive: true }));
      const args = command.split(" ").map((word) => (word === "usage.csv" ? join(folder, word) : word));
      const { out, err } = await runCommand(args, { columns: 92 });
      expect(withoutTimes(out + err).replaceAll(`${folder}/`, "")).toBe(withoutTimes(output));
    },
  );
});
