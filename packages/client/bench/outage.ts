/*
 * Prints the requests per call while every response is a 503, with and without the retry budget.
 *
 *   node bench/outage.ts
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type ClientOptions, createClient } from "../src/index.ts";
import { api } from "../test/fleet-api/operations.ts";
import type { paths } from "../test/fleet-api/schema.ts";

const CALLS = 200;
let requests = 0;
const server = createServer((_, response) => {
  requests += 1;
  response.writeHead(503).end();
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo; // a TCP server's address is never a string

async function requestsPerCall(retry: ClientOptions["retry"]): Promise<string> {
  const client = createClient<paths>(api, { baseUrl: `http://127.0.0.1:${port}`, retry });
  requests = 0;
  for (let call = 0; call < CALLS; call += 1) await client.GET("/v1/Usage");
  return (requests / CALLS).toFixed(2);
}

const delays = { minDelay: 1, maxDelay: 2 };
console.log(`with the budget: ${await requestsPerCall(delays)} requests per call`);
console.log(`without it: ${await requestsPerCall({ ...delays, budget: false })} requests per call`);
console.log(`without retries: ${await requestsPerCall(false)} requests per call`);
server.close();
