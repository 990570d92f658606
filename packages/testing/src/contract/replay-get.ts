import { expect } from "vitest";
import { toCall } from "./call.ts";
import type { CreateClient } from "./contract-client.ts";
import { recordedBody } from "./recorded-body.ts";
import type { Exchange } from "./recording.ts";
import type { Spec } from "./spec.ts";
import { createWire } from "./wire.ts";

/** Makes the recorded call through `GET`: the same request goes out, and the same body comes out. */
export async function replayGet(spec: Spec, createClient: CreateClient, exchange: Exchange): Promise<void> {
  const { match, params } = toCall([spec], exchange);
  const wire = createWire(spec, [exchange], createClient);
  const [outcome] = await Promise.allSettled([wire.client.GET(match.operation.path, { params })]);
  // A request that was not recorded tells more than what the client made of it.
  wire.assertDone();
  if (outcome.status === "rejected") throw outcome.reason;

  const { data, error, response } = outcome.value;
  const { status } = exchange.entry.response;
  const { text, json } = recordedBody(exchange.entry);
  expect(response.status).toBe(status);
  if (status < 400) expect(data).toStrictEqual(json);
  else expect(error).toStrictEqual(json ?? expect.objectContaining({ status, text }));
}
