import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { startEmulator } from "@usagewire/emulator";
import { describe, expect, it, onTestFinished } from "vitest";
import { ENV, numberedPages, startOnomondo } from "./helpers/provider.ts";
import { cursorIn, recordsIn, spawnCommand } from "./helpers/run-command.ts";

/**
 * A list whose provider does not respond to the first request for one of its pages.
 *
 * @returns `held`, which resolves with the pending response when that page is requested. The command requests a page
 * ahead, so it has then received the pages before, and an interrupt closes the response.
 */
async function startHeldList(pages: object[][], heldPage: number) {
  let hold: ((response: ServerResponse) => void) | undefined;
  const held = new Promise<ServerResponse>((resolve) => {
    hold = resolve;
  });
  const list = await startOnomondo(pages, (page, response, sendPage) => {
    if (page !== heldPage || hold === undefined) return sendPage();
    hold(response);
    hold = undefined;
  });
  return { ...list, held };
}

/** Sends a signal and resolves when the process has handled it, which cancels the pending request. */
async function interrupt(child: { kill(signal: NodeJS.Signals): boolean }, pending: ServerResponse) {
  const cancelled = once(pending, "close");
  child.kill("SIGINT");
  await cancelled;
}

describe("an interrupt", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("by %s leaves whole lines and a cursor for exactly the rest", async (signal, exitCode) => {
    const pages = numberedPages(40, 50);
    const { args, held, requested } = await startHeldList(pages, 5);
    const { child, ended } = spawnCommand(args, ENV);
    const output = text(child.stdout);
    await held;
    child.kill(signal);
    const { code, err } = await ended;
    expect(code).toBe(exitCode);
    expect(err).toMatch(/^usagewire: interrupted\nTo resume, repeat the command with --cursor \S+\n$/);
    expect(requested).toHaveLength(6);

    const first = recordsIn(await output);
    const rest = spawnCommand([...args, "--cursor", cursorIn(err)], ENV);
    const second = recordsIn(await text(rest.child.stdout));
    expect(await rest.ended).toEqual({ code: 0, err: "" });
    expect([...first, ...second]).toEqual(pages.flat());
  });

  it("does not wait for a provider that does not respond", async () => {
    const { args, held, requested } = await startHeldList(numberedPages(2, 1), 1);
    const { child, ended } = spawnCommand(args, ENV);
    await Promise.all([held, once(child.stdout, "data")]);
    child.kill("SIGINT");
    expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining("--cursor") });
    expect(requested).toHaveLength(2);
  });

  it("waits until a slow reader has the current page", async () => {
    const pages = numberedPages(20, 5000);
    const { args, held } = await startHeldList(pages, 1);
    const { child, ended } = spawnCommand(args, ENV);
    child.stdout.pause();
    await once(child.stdout, "readable");
    await interrupt(child, await held);
    const first = recordsIn(await text(child.stdout));
    const { code, err } = await ended;
    expect(code).toBe(130);
    expect(first).toHaveLength(5000);
    const rest = spawnCommand([...args, "--cursor", cursorIn(err)], ENV);
    expect([...first, ...recordsIn(await text(rest.child.stdout))]).toEqual(pages.flat());
  });

  it("ends the process at once if it is the second one", async () => {
    const { args, held } = await startHeldList(numberedPages(20, 5000), 1);
    const { child, ended } = spawnCommand(args, ENV);
    await once(child.stdout, "readable");
    await interrupt(child, await held);
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
  });

  it("is reported instead of the closed pipe if it also stops the reader", async () => {
    const { args, held } = await startHeldList(numberedPages(20, 5000), 1);
    const { child, ended } = spawnCommand(args, ENV);
    await once(child.stdout, "readable");
    await interrupt(child, await held);
    child.stdout.destroy();
    expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining("interrupted") });
  });
});

it("exits with 0 and no message when its reader closes the pipe", async () => {
  const { args, requested } = await startOnomondo(numberedPages(500, 100));
  const { child, ended } = spawnCommand(args, ENV);
  await once(child.stdout, "data");
  child.stdout.destroy();
  expect(await ended).toEqual({ code: 0, err: "" });
  expect(requested.length).toBeLessThan(50);
});

it("removes a page that the disk has no room for, and resumes in the same file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "usagewire-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const pages = numberedPages(20, 50);
  const { args } = await startOnomondo(pages);
  const command = [...args, "--output", join(folder, "usage.ndjson")];

  const full = spawnCommand(command, ENV, { blocks: 20 });
  const { code, err } = await full.ended;
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining("usage.ndjson: EFBIG") });
  const kept = recordsIn(await readFile(join(folder, "usage.ndjson"), "utf8"));
  expect(kept.length % 50).toBe(0);
  expect(kept.length).toBeGreaterThan(0);

  expect((await spawnCommand([...command, "--cursor", cursorIn(err)], ENV).ended).code).toBe(0);
  expect(recordsIn(await readFile(join(folder, "usage.ndjson"), "utf8"))).toEqual(pages.flat());
});

it("pulls a hundred thousand records with a heap of 32 MB", async () => {
  const emulator = await startEmulator({ supersim: { sims: 140 } });
  onTestFinished(() => emulator.close());
  const { accountSid, authToken } = emulator.credentials.twilio;
  const { child, ended } = spawnCommand(
    [
      ...["pull", "supersim", "usage-records", "--granularity", "hour", "--group", "sim"],
      ...["--start-time", "2025-05-15T00:00:00Z", "--end-time", "2025-06-15T00:00:00Z"],
      ...["--page-size", "1000", "--base-url", emulator.supersim.url],
    ],
    { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken },
    { nodeFlags: ["--max-old-space-size=32"] },
  );
  let lines = 0;
  for await (const chunk of child.stdout) for (const byte of chunk) lines += byte === 10 ? 1 : 0;
  expect(await ended).toEqual({ code: 0, err: "" });
  expect(lines).toBe(140 * 24 * 31);
}, 60_000);

it("closes the emulators after pull --all, and exits", async () => {
  const { child, ended } = spawnCommand(["pull", "--all", "--emulator"]);
  const output = await text(child.stdout);
  expect(await ended).toEqual({ code: 0, err: "" });
  expect(output.match(/supersim|twilio-usage|onomondo/g)).toHaveLength(5);
});
