import type { Engine, EngineCall } from "./engine.ts";
import type { Fetch } from "./fetch.ts";
import { rememberExchange } from "./response/exchange.ts";
import { readData } from "./response/read-data.ts";
import { readError } from "./response/read-error.ts";

/** A result before its types: `data` of a 2xx answer, `error` of any other. */
export type AnyResult = { data: unknown; response: Response } | { error: unknown; response: Response };

/** Sends a call through the wire and reads the answer. */
export type Send = (call: EngineCall) => Promise<AnyResult>;

export const createSend =
  (engine: Engine, wire: Fetch): Send =>
  (call) =>
    engine(call, async (request) => {
      const response = await wire(request);
      rememberExchange(response, request);
      return response.ok
        ? { data: await readData(response, request), response }
        : { error: await readError(response), response };
    });
