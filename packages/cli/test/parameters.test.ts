import { describe, expect, it } from "vitest";
import { apis } from "../src/apis/index.ts";
import { type Flag, flagsOf } from "../src/operations/flag.ts";
import { operationsOf } from "../src/operations/pull-operation.ts";
import { capture } from "./helpers/capture.ts";
import { ENV, numbered, onomondoList } from "./helpers/onomondo-list.ts";
import { json, serve } from "./helpers/serve.ts";

const SID = `AC${"1".repeat(32)}`;
const everyEnv = { TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: "t", ...ENV };

/** A value that the API takes. */
function valueFor({ parameter, description }: Flag): string {
  if (parameter === "AccountSid") return `AC${"2".repeat(32)}`;
  if (parameter === "Network") return `HW${"3".repeat(32)}`;
  const [first] = description.values ?? [];
  if (first !== undefined) return String(first);
  if ([description.type].flat().includes("integer")) return "7";
  if (description.type === "boolean") return "false";
  if (description.format === "date") return "+30days";
  return description.format === "date-time" ? "2025-05-01T00:00:00Z" : "a b&c=d/é";
}

const operations = apis.flatMap((api) =>
  operationsOf(api).map((operation) => ({ api, operation, name: `${api.name} ${operation.name}` })),
);

describe.each(operations)("$name", ({ api, operation }) => {
  it("sends every documented parameter as its flag gives it", async () => {
    const { url, asked } = await serve((_, response) =>
      json(response, { usage_records: [], meta: {}, usage: [], pagination: { has_more: false } }),
    );
    const flags = flagsOf(operation);
    const typed = flags.flatMap((flag) => [`--${flag.name}`, valueFor(flag)]);
    const { code, err } = await capture(["pull", api.name, operation.name, ...typed, "--base-url", url], {
      env: everyEnv,
    });
    expect({ code, err }).toEqual({ code: 0, err: "" });

    const [request] = asked;
    const sent = Object.fromEntries(request?.searchParams ?? []);
    const expected = flags.filter(({ location }) => location === "query");
    expect(sent).toEqual(Object.fromEntries(expected.map((flag) => [flag.parameter, valueFor(flag)])));
    const path = operation.path.replace(/\{(.*?)\}/g, (_, name: string) => {
      const flag = flags.find(({ parameter }) => parameter === name);
      return encodeURIComponent(flag === undefined ? "" : valueFor(flag));
    });
    expect(request?.pathname).toBe(path);
  });

  it("lists every flag in its help, each with a text", async () => {
    const { code, out } = await capture(["pull", api.name, operation.name, "--help"]);
    expect(code).toBe(0);
    for (const flag of flagsOf(operation)) {
      expect(out).toMatch(new RegExp(`^  --${flag.name} <[^>]+> +[A-Z]`, "m"));
    }
  });
});

it("sends one filter as it is, several as an array, on every page", async () => {
  const { args, asked } = await onomondoList(numbered(2, 1));
  await capture([...args, "--filter", "time:2025-05"], { env: ENV });
  await capture([...args, "--filter", "time:2025-05", "--filter=country_code:dk"], { env: ENV });
  const filters = asked.map(({ searchParams }) => [
    searchParams.getAll("filter"),
    searchParams.getAll("filter[]"),
  ]);
  expect(filters).toEqual([
    [["time:2025-05"], []],
    [["time:2025-05"], []],
    [[], ["time:2025-05", "country_code:dk"]],
    [[], ["time:2025-05", "country_code:dk"]],
  ]);
});

it("fills the account in from the credentials", async () => {
  const { url, asked } = await serve((_, response) => json(response, { usage_records: [] }));
  await capture(["pull", "twilio-usage", "daily", "--base-url", url], { env: everyEnv });
  expect(asked[0]?.pathname).toBe(`/2010-04-01/Accounts/${SID}/Usage/Records/Daily.json`);
});

it("explains parameters as flags, with what is accepted and what holds without them", async () => {
  const { out } = await capture(["pull", "supersim", "usage-records", "--help"], { columns: 400 });
  expect(out).toContain("--start-time and --end-time aligned");
  expect(out).toMatch(/--granularity <hour\|day\|all> .* Accepted: one of hour, day, all\. Default: all\./);
  expect(out).toMatch(/--page-size <number> .* a whole number from 1 to 1000\. Default: 200\./);
  const daily = await capture(["pull", "twilio-usage", "daily", "--help"], { columns: 400 });
  expect(daily.out).toMatch(/--category <text> .* Known: totalprice, .* more; others pass\./);
});
