import { describe, expect, it } from "vitest";
import { ENV, KEY, startOnomondo } from "./helpers/provider.ts";
import { cursorIn, runCommand } from "./helpers/run-command.ts";

const supersim = ["pull", "supersim", "usage-records"];

describe("a usage error is one line, with exit code 2, for", () => {
  it.each([
    ["no API", ["pull"], "pull: missing API name. APIs: supersim, twilio-usage, onomondo"],
    [
      "an unknown API",
      ["pull", "onomodo"],
      'pull: unknown API "onomodo". Did you mean "onomondo"? APIs: supersim, ',
    ],
    [
      "no operation",
      ["pull", "onomondo"],
      "pull onomondo: missing operation name. Operations: usage, sim-usage, tag-total",
    ],
    [
      "an unknown operation",
      ["pull", "twilio-usage", "dayly", "--page", "1"],
      'pull twilio-usage: unknown operation "dayly". Did you mean "daily"? Operations: records, ',
    ],
    ["an unknown command", ["pul"], "unknown command 'pul'. Did you mean pull?"],
    [
      "an unknown flag",
      [...supersim, "--granularty", "day"],
      "unknown flag '--granularty'. Did you mean --granularity?",
    ],
    [
      "an unknown flag without a similar one",
      [...supersim, "--xyz"],
      "unknown flag '--xyz'; use --help to list the flags",
    ],
    [
      "a flag before the operation",
      ["pull", "supersim", "--sim", "x"],
      "pull supersim: unknown flag --sim; put the flags of an operation after the operation's name",
    ],
    [
      "the API's own name of the page size",
      ["pull", "onomondo", "usage", "--limit", "5"],
      "unknown flag --limit; use --page-size, or --max-items to limit the records in total",
    ],
    ["an extra word", [...supersim, "day"], "too many arguments"],
    [
      "a value outside an enum",
      [...supersim, "--granularity", "week"],
      '--granularity: "week" is invalid; use one of hour, day, all',
    ],
    [
      "a page size that is too large",
      [...supersim, "--page-size", "1001"],
      'page-size: "1001" is invalid; use a whole number from 1 to 1000',
    ],
    [
      "a time without a time zone",
      [...supersim, "--start-time", "2025-05-01"],
      "use a time with a time zone, such as 2025-05-01T00:00:00Z",
    ],
    [
      "an invalid date",
      ["pull", "twilio-usage", "daily", "--start-date", "2025-02-30"],
      "use a date such as 2025-05-01",
    ],
    [
      "an invalid boolean",
      ["pull", "twilio-usage", "daily", "--include-subaccounts", "no"],
      "use true or false",
    ],
    ["an empty value", [...supersim, "--sim", ""], "--sim is empty; omit it to request everything"],
    [
      "a flag that is given twice",
      [...supersim, "--sim", "a", "--sim", "b"],
      "--sim is given twice; it accepts one value",
    ],
    ["a flag without its value", [...supersim, "--sim"], "flag '--sim <text>' requires a value"],
    ["a missing path parameter", ["pull", "onomondo", "tag-total"], "--tag-id is required: "],
    [
      "a path parameter that names another path",
      ["pull", "onomondo", "tag-total", "--tag-id", ".."],
      '--tag-id: ".." is invalid; use a name or an ID',
    ],
    [
      "an invalid number of records",
      [...supersim, "--max-items", "-1"],
      '--max-items: "-1" is invalid; use a whole number of at least 0',
    ],
    [
      "an unknown format",
      [...supersim, "--format", "xml"],
      '--format: "xml" is invalid; use one of table, ndjson, csv',
    ],
    ["--force without a file", [...supersim, "--force"], "--force requires --output"],
    [
      "--all with an API",
      ["pull", "--all", "onomondo"],
      "--all pulls every operation; use it without the name of an API or operation",
    ],
    ["--all with an operation", ["pull", "--all", ...supersim.slice(1)], "--all pulls every operation; "],
    [
      "--emulator with a base URL",
      [...supersim, "--emulator", "--base-url", "http://x"],
      "--emulator cannot be combined with --base-url",
    ],
    [
      "--emulator-now without --emulator",
      [...supersim, "--emulator-now", "2025-06-15"],
      "--emulator-now requires --emulator",
    ],
    [
      "--emulator-now without --emulator in pull --all",
      ["pull", "--all", "--emulator-now", "2025-06-15"],
      "--emulator-now requires --emulator",
    ],
    [
      "an invalid time of the emulator",
      [...supersim, "--emulator", "--emulator-now", "yesterday"],
      '--emulator-now: "yesterday" is invalid; use a day such as 2025-06-15 or a time with a time zone',
    ],
    ["a directory as the output", [...supersim, "--emulator", "--output", "/"], "--output: / is a directory"],
    [
      "an output in a directory that does not exist",
      [...supersim, "--emulator", "--output", "/nowhere/x"],
      "--output: the directory of /nowhere/x does not exist",
    ],
    ["an invalid cursor", [...supersim, "--emulator", "--cursor", "x"], "--cursor: "],
  ])("%s", async (_, args, message) => {
    const { code, out, err } = await runCommand(args);
    expect(err).toContain(message);
    expect(err).toMatch(/^usagewire: [^\n]*\n$/);
    expect(out).toBe("");
    expect(code).toBe(2);
  });

  it("a cursor of another list", async () => {
    const { args } = await startOnomondo([[{ a: 1 }, { a: 2 }]]);
    const first = await runCommand([...args, "--max-items", "1"], { env: ENV });
    const cursor = cursorIn(first.err);
    const other = await runCommand([...args, "--cursor", cursor, "--group", "hours"], { env: ENV });
    expect(other).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^usagewire: --cursor: .*filters.*\n$/),
    });
  });
});

describe("missing credentials", () => {
  it.each([
    [{}, "TWILIO_ACCOUNT_SID is not set"],
    [{ TWILIO_ACCOUNT_SID: "AC1" }, "TWILIO_AUTH_TOKEN is not set"],
    [{ TWILIO_ACCOUNT_SID: "AC1", TWILIO_AUTH_TOKEN: "" }, "TWILIO_AUTH_TOKEN is not set"],
    [{ TWILIO_ACCOUNT_SID: "AC1", TWILIO_API_KEY: "SK1" }, "TWILIO_API_SECRET is not set"],
    [{ TWILIO_ACCOUNT_SID: "AC1", TWILIO_API_SECRET: "s" }, "TWILIO_API_KEY is not set"],
  ])("are listed for Twilio with %j", async (env, message) => {
    const { code, err } = await runCommand(supersim, { env });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(
      "TWILIO_ACCOUNT_SID and either TWILIO_AUTH_TOKEN or both TWILIO_API_KEY and TWILIO_API_SECRET",
    );
  });

  it("are listed for Onomondo", async () => {
    const { code, err } = await runCommand(["pull", "onomondo", "usage"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: "usagewire: Onomondo credentials: ONOMONDO_API_KEY is not set\n",
    });
  });
});

describe("--base-url", () => {
  it.each(["user:hunter2@x.example.com", "https://user:hunter2@x.example.com"])(
    "rejects %s without printing its password",
    async (url) => {
      const { code, err } = await runCommand(["pull", "onomondo", "usage", "--base-url", url], { env: ENV });
      expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^usagewire: --base-url /) });
      expect(err).not.toContain("hunter2");
    },
  );

  it("rejects http to another machine, without naming an option of the client", async () => {
    const args = ["pull", "onomondo", "usage", "--base-url", "http://x.example.com"];
    expect(await runCommand(args, { env: ENV })).toEqual({
      code: 2,
      out: "",
      err: "usagewire: --base-url must use https; http is accepted only for localhost\n",
    });
  });
});

it("prints no credential, even if the provider's response contains it", async () => {
  const { args } = await startOnomondo([[]], (_page, response) => {
    response.writeHead(401, { "x-request-id": "r-1" }).end(JSON.stringify({ error: `bad key ${KEY}` }));
  });
  const { code, out, err } = await runCommand(args, { env: { ...ENV, DEBUG: "1" } });
  expect(code).toBe(1);
  expect(err).toContain("401");
  expect(err).toContain("(request r-1)");
  expect(err).toContain("Check the credentials in the environment");
  expect(out + err).not.toContain(KEY);
});

it("prints stack traces only with DEBUG", async () => {
  const { args } = await startOnomondo([[]], (_page, response) => response.writeHead(503).end());
  expect((await runCommand(args, { env: ENV })).err).not.toMatch(/^ +at /m);
  expect((await runCommand(args, { env: { ...ENV, DEBUG: "usagewire" } })).err).toMatch(/^ +at /m);
});
