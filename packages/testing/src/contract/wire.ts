import { type Fetch, type Har, replay } from "@usagewire/replay";
import type { ContractClient, CreateClient } from "./contract-client.ts";
import { type Exchange, header } from "./recording.ts";
import type { Spec } from "./spec.ts";

/** A client on a replay of some exchanges. */
export interface Wire {
  readonly client: ContractClient;
  /** @throws Error when an exchange was not asked for, something else was, or credentials were not as recorded. */
  assertDone(): void;
}

export function createWire(
  { credentials }: Spec,
  exchanges: readonly Exchange[],
  createClient: CreateClient,
): Wire {
  const har: Har = { log: { entries: exchanges.map(({ entry }) => entry) } };
  const replayed = replay(har);
  const recorded = exchanges.map(({ entry }) => entry.request);
  const problems: string[] = [];
  let sent = 0;
  const fetch: Fetch = (request) => {
    const expected = recorded[sent++];
    for (const name of expected === undefined ? [] : credentials.headers) {
      const [was, is] = [expected && header(expected, name), request.headers.get(name) ?? undefined].map(
        kindOf,
      );
      if (was !== is) problems.push(`request ${sent} sends ${name}: ${is}, recorded is ${was}`);
    }
    return replayed(request);
  };
  const authorization = recorded[0] && header(recorded[0], "authorization");
  return {
    // The typed clients know their own paths only; the path of a recording is known at run time.
    client: createClient({ fetch, scheme: schemeOf(authorization ?? "") }) as ContractClient,
    assertDone() {
      replayed.assertDone();
      if (problems.length > 0) throw new Error(problems.join("\n"));
    },
  };
}

/** A credential without itself. */
function kindOf(value: string | undefined): string {
  if (value === undefined) return "nothing";
  return `${schemeOf(value)} ${value === "" ? "nothing" : "a credential"}`.trim();
}

function schemeOf(value: string): string {
  return /^(\S+) \S/.exec(value)?.[1]?.toLowerCase() ?? "";
}
