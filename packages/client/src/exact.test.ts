import { expect, it } from "vitest";
import { serve } from "../test/serve.ts";
import { createClient, parseExact, unwrap } from "./index.ts";

interface Costs {
  costs: { amount: string; count: number }[];
}
interface CostPaths {
  "/costs": {
    parameters: object;
    get: { parameters: object; responses: { 200: { content: { "application/json": Costs } } } };
  };
}

const api = {
  baseUrl: "https://api.example.com",
  parseExact,
  operations: {
    "GET /costs": {
      exact: ["/costs/*/amount"],
      pagination: { style: "next-token", items: "/costs", next: "$response.body#/next", param: "after" },
    },
  },
} as const;

const amounts = ["0.300000000000000000000000000001", "9007199254740993", "1.10"];
const body = `{"costs": [${amounts.map((amount) => `{"amount": ${amount}, "count": 2.0}`).join(", ")}], "next": null}`;

async function clientOf(status: number, text: string) {
  const { url } = await serve((_, response) => response.writeHead(status).end(text));
  return createClient<CostPaths, typeof api>(api, { baseUrl: url, retry: false });
}

it("delivers numbers that the table names as the text that was sent, from calls and pages", async () => {
  const client = await clientOf(200, body);
  const expected = amounts.map((amount) => ({ amount, count: 2 }));
  expect((await unwrap(client.GET("/costs"))).costs).toEqual(expected);
  expect(await client.paginate("/costs").toArray()).toEqual(expected);
});

it("rejects a body that is not JSON as any other", async () => {
  const client = await clientOf(200, "oops");
  await expect(client.GET("/costs")).rejects.toThrow("GET /costs: 200, but the body is not JSON: oops");
});

it("leaves the numbers of an error as they are", async () => {
  const client = await clientOf(400, '{"costs": [{"amount": 1.10}]}');
  expect((await client.GET("/costs")).error).toEqual({ costs: [{ amount: 1.1 }] });
});
