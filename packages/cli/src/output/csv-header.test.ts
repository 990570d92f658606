import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { expect, it, onTestFinished } from "vitest";
import { csvHeader } from "./csv-header.ts";

async function file(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "usagewire-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "usage.csv");
  await writeFile(path, content);
  return path;
}

it.each([[["time", "network.mcc"]], [["a,b", 'say "x"', "", "c"]], [["one"]], [["", ""]]])(
  "reads back the columns %j that were written",
  async (columns) => {
    expect(await csvHeader(await file(`${stringify([columns])}1,2\n`))).toEqual(columns);
  },
);

it("has no columns where there is no line", async () => {
  expect(await csvHeader(await file(""))).toBeUndefined();
});
