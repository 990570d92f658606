import { expect, it } from "vitest";
import { createClient, unwrap } from "../src/index.ts";
import { api } from "./fleet-api/operations.ts";
import type { paths } from "./fleet-api/schema.ts";
import { json, serve } from "./serve.ts";

it("ends the message with advice for the provider's code, where there is some", async () => {
  const { url } = await serve((_, response) => json(response, { code: 83602, message: "No." }, 400));
  const client = createClient<paths>(api, { baseUrl: url, advice: { 83602: "give full hours" } });
  await expect(unwrap(client.GET("/v1/Usage"))).rejects.toThrow(
    "GET /v1/Usage: 400 (83602): No. - give full hours",
  );
});
