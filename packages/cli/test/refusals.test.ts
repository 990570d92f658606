import { expect, it } from "vitest";
import { capture } from "./helpers/capture.ts";
import { ENV, KEY, onomondoList } from "./helpers/onomondo-list.ts";

const supersim = ["pull", "supersim", "usage-records"];

it.each([
  ["no API", ["pull"], "which API? Known: supersim, twilio-usage, onomondo"],
  ["an unknown API", ["pull", "onomodo"], 'unknown API "onomodo", did you mean "onomondo"? Known: supersim'],
  [
    "no operation",
    ["pull", "onomondo"],
    "pull onomondo: which operation? Known: usage, sim-usage, tag-total",
  ],
  [
    "an unknown operation",
    ["pull", "twilio-usage", "dayly", "--page", "1"],
    'did you mean "daily"? Known: records',
  ],
  ["an unknown command", ["pul"], "unknown command 'pul', did you mean pull?"],
  ["an unknown flag", [...supersim, "--granularty", "day"], "did you mean --granularity?"],
  ["a flag before the operation", ["pull", "supersim", "--sim", "x"], "follow its name"],
  ["the API's own name of the page size", ["pull", "onomondo", "usage", "--limit", "5"], "--page-size here"],
  ["a word too many", [...supersim, "day"], "too many arguments"],
  [
    "a value outside the enum",
    [...supersim, "--granularity", "week"],
    '"week" is not accepted; give one of hour, day, all',
  ],
  ["a page size too large", [...supersim, "--page-size", "1001"], "a whole number from 1 to 1000"],
  ["a time without a zone", [...supersim, "--start-time", "2025-05-01"], "such as 2025-05-01T00:00:00Z"],
  [
    "a date that is none",
    ["pull", "twilio-usage", "daily", "--start-date", "2025-02-30"],
    "a date such as 2025-05-01",
  ],
  [
    "a boolean that is none",
    ["pull", "twilio-usage", "daily", "--include-subaccounts", "no"],
    "true or false",
  ],
  ["an empty value", [...supersim, "--sim", ""], "--sim is empty"],
  ["a flag given twice", [...supersim, "--sim", "a", "--sim", "b"], "--sim is given twice"],
  ["a flag without its value", [...supersim, "--sim"], "argument missing"],
  ["a missing path parameter", ["pull", "onomondo", "tag-total"], "--tag-id is missing: The tag, by its id."],
  [
    "a path parameter that climbs",
    ["pull", "onomondo", "tag-total", "--tag-id", ".."],
    '".." is not accepted',
  ],
  ["a bad number of records", [...supersim, "--max-items", "-1"], "a whole number of at least 0"],
  ["an unknown format", [...supersim, "--format", "xml"], "one of table, ndjson, csv"],
  ["--force without a file", [...supersim, "--force"], "--force is for --output"],
  ["--all beside an API", ["pull", "--all", "onomondo"], "--all"],
  ["--all beside an operation", ["pull", "--all", ...supersim.slice(1)], "--all"],
  [
    "a base URL with the emulator",
    [...supersim, "--emulator", "--base-url", "http://x"],
    "leave out --base-url",
  ],
  ["a directory as output", [...supersim, "--emulator", "--output", "/"], "/ is a directory"],
  ["an output nowhere", [...supersim, "--emulator", "--output", "/nowhere/x"], "the directory of /nowhere/x"],
  ["a cursor that is none", [...supersim, "--emulator", "--cursor", "x"], "--cursor: this is not a cursor"],
])("refuses %s in one line, with exit code 2", async (_, args, message) => {
  const { code, out, err } = await capture(args);
  expect(err).toContain(message);
  expect(err).toMatch(/^usagewire: [^\n]*\n$/);
  expect(out).toBe("");
  expect(code).toBe(2);
});

it.each([
  [{}, "TWILIO_ACCOUNT_SID is not set"],
  [{ TWILIO_ACCOUNT_SID: "AC1" }, "TWILIO_AUTH_TOKEN is not set"],
  [{ TWILIO_ACCOUNT_SID: "AC1", TWILIO_AUTH_TOKEN: "" }, "TWILIO_AUTH_TOKEN is not set"],
  [{ TWILIO_ACCOUNT_SID: "AC1", TWILIO_API_KEY: "SK1" }, "TWILIO_API_SECRET is not set"],
  [{ TWILIO_ACCOUNT_SID: "AC1", TWILIO_API_SECRET: "s" }, "TWILIO_API_KEY is not set"],
])("with the environment %j, says what is missing and what is accepted", async (env, message) => {
  const { code, err } = await capture(supersim, { env });
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toContain(
    "TWILIO_ACCOUNT_SID and either TWILIO_AUTH_TOKEN or both TWILIO_API_KEY and TWILIO_API_SECRET",
  );
});

it("names the variable of Onomondo's key", async () => {
  const { code, err } = await capture(["pull", "onomondo", "usage"]);
  expect({ code, err }).toEqual({
    code: 2,
    err: "usagewire: Onomondo credentials: ONOMONDO_API_KEY is not set\n",
  });
});

it("refuses a base URL that is none, without echoing a password in it", async () => {
  for (const url of ["user:hunter2@x.example.com", "https://user:hunter2@x.example.com"]) {
    const { code, err } = await capture(["pull", "onomondo", "usage", "--base-url", url], { env: ENV });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^usagewire: --base-url /) });
    expect(err).not.toContain("hunter2");
  }
});

it("refuses a cursor of another list", async () => {
  const { args } = await onomondoList([[{ a: 1 }, { a: 2 }]]);
  const first = await capture([...args, "--max-items", "1"], { env: ENV });
  const cursor = /--cursor (\S+)/.exec(first.err)?.[1] ?? "";
  const other = await capture([...args, "--cursor", cursor, "--group", "hours"], { env: ENV });
  expect(other).toMatchObject({ code: 2, err: expect.stringContaining("filters") });
});

it("never shows a credential, not even when the provider echoes it", async () => {
  const { args } = await onomondoList([[]], (_page, response) => {
    response.writeHead(401, { "x-request-id": "r-1" }).end(JSON.stringify({ error: `bad key ${KEY}` }));
  });
  const { code, out, err } = await capture(args, { env: { ...ENV, DEBUG: "1" } });
  expect(code).toBe(1);
  expect(err).toContain("401");
  expect(err).toContain("(request r-1)");
  expect(err).toContain("Check the credentials in the environment");
  expect(out + err).not.toContain(KEY);
});

it("shows stack traces when asked to, and only then", async () => {
  const { args } = await onomondoList([[]], (_page, response) => response.writeHead(503).end());
  expect((await capture(args, { env: ENV })).err).not.toMatch(/^ +at /m);
  expect((await capture(args, { env: { ...ENV, DEBUG: "usagewire" } })).err).toMatch(/^ +at /m);
});
