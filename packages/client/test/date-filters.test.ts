import fc from "fast-check";
import { expect, test } from "vitest";
import { createClient } from "../src/index.ts";
import { json, serve } from "./serve.ts";

interface Query {
  since?: Date | string;
  day?: Date | string;
  days?: (Date | string)[];
  from?: string;
  to?: string;
}
interface Usage {
  parameters: { query?: Query };
  responses: { 200: { content: { "application/json": { records: number[] } } } };
}
interface Paths {
  "/usage": { get: Usage };
}

const operation = {
  pagination: { style: "offset", items: "/records", param: "offset", total: "$response.body#/total" },
  window: { start: "from", end: "to", bounds: "[)", format: "date", max: "P1M" },
  query: { since: { format: "date-time" }, day: { format: "date" }, days: { format: "date" } },
} as const;

/** A list of three records, one per page. */
async function usage() {
  const { url, requests } = await serve((request, response) => {
    const offset = Number(new URL(request.url, "http://x").searchParams.get("offset"));
    json(response, { records: [offset], total: 3 });
  });
  const api = { baseUrl: url, security: [], operations: { "GET /usage": operation } } as const;
  return { client: createClient<Paths, typeof api>(api), requests };
}

const sent = (requests: readonly { readonly url: string }[]) =>
  requests.map(({ url }) => [...new URL(url, "http://x").searchParams]);

const instants = fc.date({
  min: new Date("1000-01-01"),
  max: new Date("9999-12-31"),
  noInvalidDate: true,
});

test("a Date filter is sent with every page of paginate", async () => {
  const { client, requests } = await usage();
  await fc.assert(
    fc.asyncProperty(instants, async (date) => {
      requests.length = 0;
      const query = { since: date, day: date, days: [date, date] };
      await client.paginate("/usage", { params: { query } }).toArray();
      const [second, day] = [`${date.toISOString().slice(0, 19)}Z`, date.toISOString().slice(0, 10)];
      const filters = [
        ["since", second],
        ["day", day],
        ["days", day],
        ["days", day],
      ];
      expect(sent(requests)).toEqual([filters, [...filters, ["offset", "1"]], [...filters, ["offset", "2"]]]);
    }),
    { numRuns: 20 },
  );
});

test("a Date filter is sent with every window", async () => {
  const date = new Date("2025-01-15T12:30:00.250Z");
  const window = { from: "2025-01-01", to: "2025-03-01" };
  const params = { query: { since: date, day: date } };
  const filters = [
    ["since", "2025-01-15T12:30:00Z"],
    ["day", "2025-01-15"],
  ];
  const windows = [
    [...filters, ["from", "2025-01-01"], ["to", "2025-02-01"]],
    [...filters, ["from", "2025-02-01"], ["to", "2025-03-01"]],
  ];
  const whole = await usage();
  await whole.client.paginate("/usage", { params, window }).toArray();
  expect(sent(whole.requests).filter((pairs) => pairs.every(([name]) => name !== "offset"))).toEqual(windows);

  const apart = await usage();
  for (const part of JSON.parse(JSON.stringify(apart.client.windows("/usage", { params, window })))) {
    await apart.client.paginate(part.path, { params: part.params, limit: 1 }).toArray();
  }
  expect(sent(apart.requests)).toEqual(windows);
});
