import type { RecordedRequest } from "./recorded-request.ts";
import { equalsRecorded } from "./redacted.ts";
import type { ReplayOptions } from "./replay.ts";

/** One way in which a request is not the recorded one. */
export interface Difference {
  /** `method`, `path`, `query Granularity`, … */
  readonly part: string;
  /** Absent: not sent. */
  readonly sent?: string;
  /** Absent: not recorded. */
  readonly recorded?: string;
  /** How far it sets the two apart: another path means another operation, another value only another page. */
  readonly weight: number;
}

/** Everything in which the two differ; empty when the recorded entry answers the request. */
export function differences(
  sent: RecordedRequest,
  recorded: RecordedRequest,
  { matchOrigin = false, matchBody = true, ignoreQuery = [] }: ReplayOptions,
): readonly Difference[] {
  const found: Difference[] = [];
  const compare = (part: string, weight: number, a: string, b: string) => {
    if (!equalsRecorded(a, b)) found.push({ part, sent: a, recorded: b, weight });
  };
  if (matchOrigin) compare("origin", 1, sent.origin, recorded.origin);
  compare("method", 40, sent.method, recorded.method);
  compare("path", 10 * distance(sent.path, recorded.path), sent.path, recorded.path);
  for (const name of new Set([...sent.query.keys(), ...recorded.query.keys()])) {
    if (ignoreQuery.includes(name)) continue;
    found.push(...queryDifferences(name, sent.query.get(name) ?? [], recorded.query.get(name) ?? []));
  }
  if (matchBody) compare("body", 1, sent.body, recorded.body);
  return found;
}

/** Segments that differ, so that the nearest path is named and not just any. */
function distance(sent: string, recorded: string): number {
  const [a, b] = [sent.split("/"), recorded.split("/")];
  return Math.abs(a.length - b.length) + a.filter((segment, index) => segment !== b[index]).length;
}

function* queryDifferences(
  name: string,
  sent: readonly string[],
  recorded: readonly string[],
): Generator<Difference> {
  for (let index = 0; index < Math.max(sent.length, recorded.length); index++) {
    const [a, b] = [sent[index], recorded[index]];
    const part = Math.max(sent.length, recorded.length) > 1 ? `query ${name}[${index}]` : `query ${name}`;
    if (a === undefined && b !== undefined) yield { part, recorded: b, weight: 2 };
    else if (a !== undefined && b === undefined) yield { part, sent: a, weight: 2 };
    else if (a !== undefined && b !== undefined && !equalsRecorded(a, b)) {
      yield { part, sent: a, recorded: b, weight: 1 };
    }
  }
}
