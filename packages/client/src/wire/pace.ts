import { callOf } from "../call.ts";
import type { Wire } from "../fetch.ts";
import type { Pacer } from "../pacing/pacer.ts";

/** A slot for each attempt, held until its body is read; the calls of a client get theirs in the order they came. */
export const pace =
  (pacer: Pacer): Wire =>
  (next) =>
  async (request) => {
    await pacer.enter(callOf(request).ending);
    let response: Response | undefined;
    try {
      response = await next(request);
      return response;
    } finally {
      pacer.leave(response);
    }
  };
