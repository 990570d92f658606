import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { ENV, numberedPages, startOnomondo } from "./helpers/provider.ts";
import { cursorIn, runCommand } from "./helpers/run-command.ts";

const LIST = numberedPages(3, 4);
const ndjson = (records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");

describe("standard output", () => {
  it("is NDJSON in a pipe, with the records as the API sent them", async () => {
    const { args } = await startOnomondo(LIST);
    expect(await runCommand(args, { env: ENV })).toEqual({ code: 0, out: ndjson(LIST.flat()), err: "" });
  });

  it("is a table on a terminal, no wider than the terminal", async () => {
    const { args } = await startOnomondo(LIST);
    const { code, out, err } = await runCommand(args, { env: ENV, columns: 50 });
    const lines = out.trimEnd().split("\n");
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^time +bytes +iccid$/);
    expect(lines).toHaveLength(1 + LIST.flat().length);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(50);
    expect(err).toBe(
      "usagewire: columns left out of the table: bill_id; --format csv or ndjson includes them\n",
    );
  });

  it("has every column on a terminal of unknown width", async () => {
    const { args } = await startOnomondo(LIST);
    const { out, err } = await runCommand(args, { env: ENV, columns: 0 });
    expect(out).toMatch(/^time +bytes +iccid +bill_id\n/);
    expect(err).toBe("");
  });

  it("is empty without records, which a note says on a terminal", async () => {
    const { args } = await startOnomondo([[]]);
    expect(await runCommand(args, { env: ENV, columns: 80 })).toEqual({
      code: 0,
      out: "",
      err: "usagewire: no records\n",
    });
  });

  it("has one record for an operation that is not paged", async () => {
    const { code, out } = await runCommand([
      ...["pull", "onomondo", "tag-total", "--tag-id", "036eb4b3-4f6a-4a9a-b10c-6306ac5088a3"],
      ...["--emulator", "--format", "csv"],
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^tag_id,sims,bytes\n036eb4b3-\S+,\d+,\d+\n$/);
  });

  it("comes with a note about a field that CSV leaves out", async () => {
    const { args } = await startOnomondo([[{ a: 1 }], [{ a: 2, b: 3 }]]);
    const { code, err } = await runCommand([...args, "--format", "csv"], { env: ENV });
    expect(code).toBe(0);
    expect(err).toContain("field b first appeared after the header was written and is left out");
  });
});

describe("--max-items", () => {
  it("prints a cursor that resumes with the next record", async () => {
    const { args } = await startOnomondo(LIST);
    const first = await runCommand([...args, "--max-items", "5"], { env: ENV });
    expect(first.code).toBe(0);
    expect(first.err).toMatch(/^usagewire: more records are available; resume with --cursor \S+\n$/);
    const rest = await runCommand([...args, "--cursor", cursorIn(first.err)], { env: ENV });
    expect(first.out + rest.out).toBe(ndjson(LIST.flat()));
    expect(rest.err).toBe("");
  });

  it("prints no cursor if the list has no more records", async () => {
    const { args } = await startOnomondo(LIST);
    expect((await runCommand([...args, "--max-items", "12"], { env: ENV })).err).toBe("");
  });
});

describe("--output", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "usagewire-"));
    onTestFinished(() => rm(folder, { recursive: true }));
  });
  const read = (name: string) => readFile(join(folder, name), "utf8");

  it("writes the format that the name of the file implies", async () => {
    const { args } = await startOnomondo(LIST);
    const path = join(folder, "u.csv");
    const csv = await runCommand([...args, "--output", path], { env: ENV });
    expect(csv).toEqual({ code: 0, out: "", err: `usagewire: 12 records written to ${path}\n` });
    expect((await read("u.csv")).split("\n")).toHaveLength(1 + 12 + 1);
    await runCommand([...args, "--output", join(folder, "u.json")], { env: ENV });
    expect(await read("u.json")).toBe(ndjson(LIST.flat()));
  });

  it("overwrites an existing file only with --force", async () => {
    const { args, requested } = await startOnomondo(LIST);
    const path = join(folder, "u.ndjson");
    await writeFile(path, "mine\n");
    const refused = await runCommand([...args, "--output", path], { env: ENV });
    expect(refused).toEqual({
      code: 2,
      out: "",
      err: `usagewire: --output: ${path} already exists; use --force to overwrite it, or --cursor to append\n`,
    });
    expect(await read("u.ndjson")).toBe("mine\n");
    expect(requested).toEqual([]);
    expect(await runCommand([...args, "--output", path, "--force"], { env: ENV })).toMatchObject({ code: 0 });
    expect(await read("u.ndjson")).toBe(ndjson(LIST.flat()));
  });

  it("leaves the file unchanged, even with --force, if the first page fails", async () => {
    const { args } = await startOnomondo(LIST, (_page, response) => response.writeHead(500).end());
    await writeFile(join(folder, "old"), "mine\n");
    for (const name of ["old", "new"]) {
      const { code } = await runCommand([...args, "--output", join(folder, name), "--force"], { env: ENV });
      expect(code).toBe(1);
    }
    expect(await read("old")).toBe("mine\n");
    await expect(read("new")).rejects.toThrow("ENOENT");
  });

  it("creates a file with a header for a list without records", async () => {
    const { args } = await startOnomondo([[]]);
    expect(await runCommand([...args, "--output", join(folder, "u.csv")], { env: ENV })).toMatchObject({
      code: 0,
    });
    expect(await read("u.csv")).toMatch(/^time,bytes,iccid,.*\n$/);
  });

  it.each(["u.csv", "u.ndjson"])("keeps the pages before a failure, and resumes in %s", async (name) => {
    let failing = true;
    const list = await startOnomondo(LIST, (page, response, sendPage) => {
      if (failing && page === 2) response.writeHead(503).end();
      else sendPage();
    });
    const args = [...list.args, "--output", join(folder, name)];
    const failed = await runCommand(args, { env: ENV });
    expect(failed.code).toBe(1);
    expect(failed.err).toMatch(
      /^usagewire: .*503.*\n.*try again later\.\nTo resume, repeat the command with --cursor \S+\n$/,
    );

    failing = false;
    const resumed = await runCommand([...args, "--cursor", cursorIn(failed.err)], { env: ENV });
    expect(resumed).toMatchObject({ code: 0, err: expect.stringContaining("4 records written to") });
    const whole = await runCommand([...list.args, "--output", join(folder, `whole-${name}`)], { env: ENV });
    expect(whole.code).toBe(0);
    expect(await read(name)).toBe(await read(`whole-${name}`));
  });

  it("does not append to half a line", async () => {
    const { args } = await startOnomondo(LIST);
    const { err } = await runCommand([...args, "--max-items", "1"], { env: ENV });
    const path = join(folder, "u.ndjson");
    await writeFile(path, '{"half":');
    const resumed = await runCommand([...args, "--cursor", cursorIn(err), "--output", path], { env: ENV });
    expect(resumed).toMatchObject({
      code: 2,
      err: expect.stringContaining("u.ndjson does not end with a newline, so nothing can be appended"),
    });
  });

  it.each([
    ["ndjson", "u.csv", "does not contain NDJSON"],
    ["csv", "u.ndjson", "contains NDJSON"],
  ])("does not append %s to %s", async (format, name, message) => {
    const { args } = await startOnomondo(LIST);
    const file = join(folder, name);
    const { err } = await runCommand([...args, "--max-items", "1", "--output", file], { env: ENV });
    const before = await read(name);
    const resumed = await runCommand(
      [...args, "--cursor", cursorIn(err), "--output", file, "--format", format],
      { env: ENV },
    );
    expect(resumed).toMatchObject({
      code: 2,
      err: expect.stringContaining(`${message}, so ${format} records cannot be appended`),
    });
    expect(await read(name)).toBe(before);
  });

  it("reports a full disk", async () => {
    const { args } = await startOnomondo(LIST);
    const { code, err } = await runCommand([...args, "--output", "/dev/full"], { env: ENV });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^usagewire: \/dev\/full: ENOSPC/) });
  });

  it("shows progress on a terminal", async () => {
    const { args } = await startOnomondo(LIST);
    const { err } = await runCommand([...args, "--output", join(folder, "u.csv")], {
      env: ENV,
      progress: true,
    });
    expect(err).toContain("usage  12 records in 3 pages");
    // The length of a list is not known, so there is no bar.
    expect(err).not.toContain("0/");
  });
});
