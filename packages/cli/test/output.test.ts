import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { capture } from "./helpers/capture.ts";
import { ENV, numbered, onomondoList } from "./helpers/onomondo-list.ts";

const LIST = numbered(3, 4);
const lines = (records: readonly object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join("");
const cursorIn = (text: string) => /--cursor (\S+)/.exec(text)?.[1] ?? "";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "usagewire-"));
  onTestFinished(() => rm(folder, { recursive: true }));
});
const read = (name: string) => readFile(join(folder, name), "utf8");

it("writes NDJSON to a pipe, records as they were sent", async () => {
  const { args } = await onomondoList(LIST);
  expect(await capture(args, { env: ENV })).toEqual({ code: 0, out: lines(LIST.flat()), err: "" });
});

it("draws a table on a terminal, as wide as that", async () => {
  const { args } = await onomondoList(LIST);
  const { code, out, err } = await capture(args, { env: ENV, columns: 50 });
  const rows = out.trimEnd().split("\n");
  expect(code).toBe(0);
  expect(rows[0]).toMatch(/^time +bytes +iccid$/);
  expect(rows).toHaveLength(1 + LIST.flat().length);
  expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(50);
  expect(err).toBe("usagewire: left out the columns bill_id; --format csv and ndjson have them\n");
});

it("shows every column on a terminal that does not know its width", async () => {
  const { args } = await onomondoList(LIST);
  const { out, err } = await capture(args, { env: ENV, columns: 0 });
  expect(out).toMatch(/^time +bytes +iccid +bill_id\n/);
  expect(err).toBe("");
});

it("says on a terminal that there is nothing to show", async () => {
  const { args } = await onomondoList([[]]);
  expect(await capture(args, { env: ENV, columns: 80 })).toEqual({
    code: 0,
    out: "",
    err: "usagewire: no records\n",
  });
});

it("says when --max-items left records out, and goes on from there", async () => {
  const { args } = await onomondoList(LIST);
  const first = await capture([...args, "--max-items", "5"], { env: ENV });
  expect(first.code).toBe(0);
  expect(first.err).toMatch(/^usagewire: there are more; they follow with --cursor \S+\n$/);
  const rest = await capture([...args, "--cursor", cursorIn(first.err)], { env: ENV });
  expect(first.out + rest.out).toBe(lines(LIST.flat()));
  expect(rest.err).toBe("");
});

it("says nothing of more when the list ends where --max-items does", async () => {
  const { args } = await onomondoList(LIST);
  expect((await capture([...args, "--max-items", "12"], { env: ENV })).err).toBe("");
});

it("writes a file in the format of its name", async () => {
  const { args } = await onomondoList(LIST);
  const csv = await capture([...args, "--output", join(folder, "u.csv")], { env: ENV });
  expect(csv).toEqual({ code: 0, out: "", err: `usagewire: 12 records in ${join(folder, "u.csv")}\n` });
  expect((await read("u.csv")).split("\n")).toHaveLength(1 + 12 + 1);
  await capture([...args, "--output", join(folder, "u.json")], { env: ENV });
  expect(await read("u.json")).toBe(lines(LIST.flat()));
});

it("does not touch a file that exists, unless told to", async () => {
  const { args, asked } = await onomondoList(LIST);
  const path = join(folder, "u.ndjson");
  await writeFile(path, "mine\n");
  const refused = await capture([...args, "--output", path], { env: ENV });
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("--force replaces it") });
  expect(await read("u.ndjson")).toBe("mine\n");
  expect(asked).toEqual([]);
  expect(await capture([...args, "--output", path, "--force"], { env: ENV })).toMatchObject({ code: 0 });
  expect(await read("u.ndjson")).toBe(lines(LIST.flat()));
});

it("leaves a file alone, with --force too, when not even the first page comes", async () => {
  const { args } = await onomondoList(LIST, (_page, response) => response.writeHead(500).end());
  await writeFile(join(folder, "old"), "mine\n");
  for (const name of ["old", "new"]) {
    const { code } = await capture([...args, "--output", join(folder, name), "--force"], { env: ENV });
    expect(code).toBe(1);
  }
  expect(await read("old")).toBe("mine\n");
  await expect(read("new")).rejects.toThrow("ENOENT");
});

it("makes a file, with a header, for a list without records", async () => {
  const { args } = await onomondoList([[]]);
  expect(await capture([...args, "--output", join(folder, "u.csv")], { env: ENV })).toMatchObject({
    code: 0,
  });
  expect(await read("u.csv")).toMatch(/^time,bytes,iccid,.*\n$/);
});

it.each(["u.csv", "u.ndjson"])(
  "keeps what came before a failure, and goes on in the same file: %s",
  async (name) => {
    let broken = true;
    const list = await onomondoList(LIST, (page, response, send) => {
      if (broken && page === 2) response.writeHead(503).end();
      else send(page);
    });
    const args = [...list.args, "--output", join(folder, name)];
    const failed = await capture(args, { env: ENV });
    expect(failed.code).toBe(1);
    expect(failed.err).toMatch(
      /^usagewire: .*503.*\n.*try again later\.\nTo go on from there, .* --cursor \S+\n$/,
    );

    broken = false;
    const resumed = await capture([...args, "--cursor", cursorIn(failed.err)], { env: ENV });
    expect(resumed).toMatchObject({ code: 0, err: expect.stringContaining("4 records in") });
    const whole = await capture([...list.args, "--output", join(folder, `whole-${name}`)], { env: ENV });
    expect(whole.code).toBe(0);
    expect(await read(name)).toBe(await read(`whole-${name}`));
  },
);

it("does not go on behind half a line", async () => {
  const { args } = await onomondoList(LIST);
  const { err } = await capture([...args, "--max-items", "1"], { env: ENV });
  await writeFile(join(folder, "u.ndjson"), '{"half":');
  const resumed = await capture([...args, "--cursor", cursorIn(err), "--output", join(folder, "u.ndjson")], {
    env: ENV,
  });
  expect(resumed).toMatchObject({ code: 2, err: expect.stringContaining("ends within a line") });
});

it.each([
  ["ndjson", "u.csv"],
  ["csv", "u.ndjson"],
])("does not go on as %s in %s", async (format, name) => {
  const { args } = await onomondoList(LIST);
  const file = join(folder, name);
  const { err } = await capture([...args, "--max-items", "1", "--output", file], { env: ENV });
  const before = await read(name);
  const resumed = await capture([...args, "--cursor", cursorIn(err), "--output", file, "--format", format], {
    env: ENV,
  });
  expect(resumed).toMatchObject({
    code: 2,
    err: expect.stringContaining(`records as ${format} cannot follow`),
  });
  expect(await read(name)).toBe(before);
});

it("tells of a full disk", async () => {
  const { args } = await onomondoList(LIST);
  const { code, err } = await capture([...args, "--output", "/dev/full"], { env: ENV });
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^usagewire: \/dev\/full: ENOSPC/) });
});

it("names a field that comes too late for a CSV column", async () => {
  const { args } = await onomondoList([[{ a: 1 }], [{ a: 2, b: 3 }]]);
  const { code, err } = await capture([...args, "--format", "csv"], { env: ENV });
  expect(code).toBe(0);
  expect(err).toContain("the field b came too late for a CSV column");
});

it("writes the answer of an operation that is not paged as one record", async () => {
  const args = [
    "pull",
    "onomondo",
    "tag-total",
    "--tag-id",
    "036eb4b3-4f6a-4a9a-b10c-6306ac5088a3",
    "--emulator",
  ];
  const { code, out } = await capture([...args, "--format", "csv"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^tag_id,sims,bytes\n036eb4b3-\S+,\d+,\d+\n$/);
});

it("shows how far it is while a file is written", async () => {
  const { args } = await onomondoList(LIST);
  const { err } = await capture([...args, "--output", join(folder, "u.csv")], { env: ENV, progress: true });
  expect(err).toContain("usage  12 records in 3 pages");
});
