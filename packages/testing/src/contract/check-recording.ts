import { type Call, toCall } from "./call.ts";
import { checkRequest } from "./check-request.ts";
import { checkResponse } from "./check-response.ts";
import { checkWalk } from "./check-walk.ts";
import { type Exchange, type Recording, requestLine } from "./recording.ts";
import type { Spec } from "./spec.ts";

/** Everything in a recording that is not as the specs describe it, each with its place. */
export function checkRecording(specs: readonly Spec[], { file, provenance, calls }: Recording): string[] {
  const origin = provenance ? [] : [`${file}: log.comment must start with documented, emulated or live`];
  return [...origin, ...calls.flatMap(({ exchanges, walk }) => checkCall(exchanges, walk))];

  function checkCall(exchanges: readonly Exchange[], walk: boolean): string[] {
    const pages: Call[] = [];
    const problems = exchanges.flatMap((exchange) => {
      const at = (problem: string) => `${place(exchange)}: ${problem}`;
      try {
        const call = toCall(specs, exchange);
        pages.push(call);
        return [...checkRequest(call), ...checkResponse(call)].map(at);
      } catch (error) {
        return [at(error instanceof Error ? error.message : String(error))];
      }
    });
    const walked = walk
      ? checkWalk(pages).map(({ exchange, problem }) => `${place(exchange)}: ${problem}`)
      : [];
    return [...problems, ...walked];
  }

  function place({ index, entry }: Exchange): string {
    return `${file} entry ${index} (${requestLine(entry)})`;
  }
}
