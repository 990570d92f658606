import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { startEmulator } from "@usagewire/emulator";
import { expect, it, onTestFinished } from "vitest";
import { ENV, numbered, onomondoList } from "./helpers/onomondo-list.ts";
import { usagewire } from "./helpers/usagewire.ts";

const cursorIn = (message: string) => /--cursor (\S+)/.exec(message)?.[1] ?? "";
const records = (output: string): unknown[] =>
  output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "stops at %s with whole lines, and the cursor gives exactly the rest",
  async (signal, exitCode) => {
    const list = numbered(40, 50);
    const { args } = await onomondoList(list, (page, _response, send) => setTimeout(() => send(page), 20));
    const { child, ended } = usagewire(args, ENV);
    const output = text(child.stdout);
    child.stdout.once("data", () => child.kill(signal));
    const { code, err } = await ended;
    expect(code).toBe(exitCode);
    expect(err).toMatch(
      /^usagewire: interrupted\nTo go on from there, repeat the command with --cursor \S+\n$/,
    );

    const first = records(await output);
    expect(first.length).toBeLessThan(2000);
    const rest = usagewire([...args, "--cursor", cursorIn(err)], ENV);
    const second = records(await text(rest.child.stdout));
    expect(await rest.ended).toEqual({ code: 0, err: "" });
    expect([...first, ...second]).toEqual(list.flat());
  },
);

it("stops while a provider does not answer", async () => {
  const { args, asked } = await onomondoList(
    numbered(2, 1),
    (page, _response, send) => page === 0 && send(page),
  );
  const { child, ended } = usagewire(args, ENV);
  await once(child.stdout, "data");
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining("--cursor") });
  expect(asked).toHaveLength(2);
});

it("writes the page in hand to a slow reader before it stops", async () => {
  const list = numbered(20, 5000);
  const { args } = await onomondoList(list);
  const { child, ended } = usagewire(args, ENV);
  child.stdout.pause();
  await once(child.stdout, "readable");
  child.kill("SIGINT");
  setTimeout(() => child.stdout.resume(), 200);
  const first = records(await text(child.stdout));
  const { code, err } = await ended;
  expect(code).toBe(130);
  const rest = usagewire([...args, "--cursor", cursorIn(err)], ENV);
  expect([...first, ...records(await text(rest.child.stdout))]).toEqual(list.flat());
});

it("ends on the spot at a second Ctrl-C", async () => {
  const { args } = await onomondoList(numbered(20, 5000));
  const { child, ended } = usagewire(args, ENV);
  await once(child.stdout, "readable");
  child.kill("SIGINT");
  setTimeout(() => child.kill("SIGINT"), 100);
  expect((await ended).code).toBe(130);
});

it("has been interrupted, and says where, when Ctrl-C stops its reader as well", async () => {
  const { args } = await onomondoList(numbered(20, 5000));
  const { child, ended } = usagewire(args, ENV);
  await once(child.stdout, "readable");
  child.kill("SIGINT");
  setTimeout(() => child.stdout.destroy(), 100);
  expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining("interrupted") });
});

it("ends quietly when its reader has seen enough", async () => {
  const { args, asked } = await onomondoList(numbered(500, 100));
  const { child, ended } = usagewire(args, ENV);
  await once(child.stdout, "data");
  child.stdout.destroy();
  expect(await ended).toEqual({ code: 0, err: "" });
  expect(asked.length).toBeLessThan(50);
});

it("takes a page back for which the disk has no room, and goes on in the file when it has", async () => {
  const folder = await mkdtemp(join(tmpdir(), "usagewire-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const list = numbered(20, 50);
  const { args } = await onomondoList(list);
  const command = [...args, "--output", join(folder, "usage.ndjson")];

  const full = usagewire(command, ENV, { blocks: 20 });
  const { code, err } = await full.ended;
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("usage.ndjson: EFBIG") });
  const kept = records(await readFile(join(folder, "usage.ndjson"), "utf8"));
  expect(kept.length % 50).toBe(0);
  expect(kept.length).toBeGreaterThan(0);

  expect((await usagewire([...command, "--cursor", cursorIn(err)], ENV).ended).code).toBe(0);
  expect(records(await readFile(join(folder, "usage.ndjson"), "utf8"))).toEqual(list.flat());
});

it("holds no list in memory: a hundred thousand records pass through a heap of 32 MB", async () => {
  const emulator = await startEmulator({ supersim: { sims: 140 } });
  onTestFinished(() => emulator.close());
  const { accountSid, authToken } = emulator.credentials.twilio;
  const { child, ended } = usagewire(
    [
      ...[
        "pull",
        "supersim",
        "usage-records",
        "--granularity",
        "hour",
        "--group",
        "sim",
        "--page-size",
        "1000",
      ],
      ...["--start-time", "2025-05-15T00:00:00Z", "--end-time", "2025-06-15T00:00:00Z"],
      ...["--base-url", emulator.supersim.url],
    ],
    { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken },
    { nodeFlags: ["--max-old-space-size=32"] },
  );
  let lines = 0;
  for await (const chunk of child.stdout) for (const byte of chunk) lines += byte === 10 ? 1 : 0;
  expect(await ended).toEqual({ code: 0, err: "" });
  expect(lines).toBe(140 * 24 * 31);
}, 60_000);

it("pulls everything from emulators, closes them, and ends by itself", async () => {
  const { child, ended } = usagewire(["pull", "--all", "--emulator"]);
  const output = await text(child.stdout);
  expect(await ended).toEqual({ code: 0, err: "" });
  expect(output.match(/supersim|twilio-usage|onomondo/g)).toHaveLength(5);
});
