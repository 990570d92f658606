import { describe, expect, it } from "vitest";
import { apis } from "../src/apis.ts";
import { operationsOf } from "../src/operations.ts";
import { type ParameterFlag, parameterFlags } from "../src/parameter-flags.ts";
import { ENV, json, numberedPages, startOnomondo, startProvider } from "./helpers/provider.ts";
import { runCommand } from "./helpers/run-command.ts";

const SID = `AC${"1".repeat(32)}`;
const ALL_CREDENTIALS = { TWILIO_ACCOUNT_SID: SID, TWILIO_AUTH_TOKEN: "t", ...ENV };

/** A valid value for a parameter. */
function validValue({ parameter, docs }: ParameterFlag): string {
  if (parameter === "AccountSid") return `AC${"2".repeat(32)}`;
  if (parameter === "Network") return `HW${"3".repeat(32)}`;
  const [first] = docs.values ?? [];
  if (first !== undefined) return String(first);
  if ([docs.type].flat().includes("integer")) return "7";
  if (docs.type === "boolean") return "false";
  if (docs.format === "date") return "+30days";
  return docs.format === "date-time" ? "2025-05-01T00:00:00Z" : "a b&c=d/é";
}

const operations = apis.flatMap((api) =>
  operationsOf(api).map((operation) => ({ api, operation, name: `${api.name} ${operation.name}` })),
);

describe.each(operations)("$name", ({ api, operation }) => {
  it("sends the value of each flag as the documented parameter", async () => {
    const { url, requested } = await startProvider((_, response) =>
      json(response, { usage_records: [], meta: {}, usage: [], pagination: { has_more: false } }),
    );
    const flags = parameterFlags(operation);
    const typed = flags.flatMap((flag) => [`--${flag.name}`, validValue(flag)]);
    const args = ["pull", api.name, operation.name, ...typed, "--base-url", url];
    const { code, err } = await runCommand(args, { env: ALL_CREDENTIALS });
    expect({ code, err }).toEqual({ code: 0, err: "" });

    const [request] = requested;
    const sent = Object.fromEntries(request?.searchParams ?? []);
    const expected = flags.filter(({ location }) => location === "query");
    expect(sent).toEqual(Object.fromEntries(expected.map((flag) => [flag.parameter, validValue(flag)])));
    const path = operation.path.replace(/\{(.*?)\}/g, (_, name: string) => {
      const flag = flags.find(({ parameter }) => parameter === name);
      return encodeURIComponent(flag === undefined ? "" : validValue(flag));
    });
    expect(request?.pathname).toBe(path);
  });

  it("lists each flag with a text in its help", async () => {
    const { code, out } = await runCommand(["pull", api.name, operation.name, "--help"]);
    expect(code).toBe(0);
    for (const flag of parameterFlags(operation)) {
      expect(out).toMatch(new RegExp(`^  --${flag.name} <[^>]+> +[A-Z]`, "m"));
    }
  });
});

it("sends one filter as a string and several as an array, on every page", async () => {
  const { args, requested } = await startOnomondo(numberedPages(2, 1));
  await runCommand([...args, "--filter", "time:2025-05"], { env: ENV });
  await runCommand([...args, "--filter", "time:2025-05", "--filter=country_code:dk"], { env: ENV });
  const filters = requested.map(({ searchParams }) => [
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

it("uses the account of the credentials by default", async () => {
  const { url, requested } = await startProvider((_, response) => json(response, { usage_records: [] }));
  await runCommand(["pull", "twilio-usage", "daily", "--base-url", url], { env: ALL_CREDENTIALS });
  expect(requested[0]?.pathname).toBe(`/2010-04-01/Accounts/${SID}/Usage/Records/Daily.json`);
});

it("describes parameters in the help by their flags, with accepted values and defaults", async () => {
  const { out } = await runCommand(["pull", "supersim", "usage-records", "--help"], { columns: 400 });
  // The text is the spec's, in which parameters are named as the API names them.
  expect(out).toMatch(/--granularity .*--start-time.*--end-time/);
  expect(out).toMatch(/--granularity <hour\|day\|all> .* Accepted: one of hour, day, all\. Default: all\./);
  expect(out).toMatch(/--page-size <number> .* a whole number from 1 to 1000\. Default: 200\./);
  const daily = await runCommand(["pull", "twilio-usage", "daily", "--help"], { columns: 400 });
  expect(daily.out).toMatch(
    /--category <text> .* Known values: totalprice, .* more\. Other values are sent as given\./,
  );
});
