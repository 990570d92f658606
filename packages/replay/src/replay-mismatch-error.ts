import type { Candidate } from "./candidate.ts";
import type { Difference } from "./differences.ts";
import { entryList, requestLine, shorten } from "./entry-list.ts";
import type { RecordedRequest } from "./recorded-request.ts";

const marker = Symbol.for("usagewire.ReplayMismatchError");

/** No recorded entry answers a request. The message shows the nearest entry, what differs, and what is left. */
export class ReplayMismatchError extends Error {
  override readonly name = "ReplayMismatchError";
  readonly [marker] = true;
  /** What was asked for. */
  readonly request: { readonly method: string; readonly url: string };
  /** Against the nearest entry; empty when that one has answered already, or when there is none. */
  readonly differences: readonly Difference[];

  /** @internal */
  constructor(
    sent: RecordedRequest,
    candidates: readonly Candidate[],
    compare: (candidate: Candidate) => readonly Difference[],
  ) {
    const nearest = findNearest(candidates, compare);
    const left = candidates.filter(({ used }) => !used);
    super(
      [
        `No recorded entry answers ${requestLine(sent)}`,
        ...(nearest === undefined ? [] : explain(nearest)),
        ...(left.length === 0
          ? [`All ${candidates.length} entries have answered.`]
          : [`Left, ${left.length} of ${candidates.length}:`, ...entryList(left)]),
      ].join("\n"),
    );
    this.request = { method: sent.method, url: requestLine(sent).slice(sent.method.length + 1) };
    this.differences = nearest?.differences ?? [];
  }

  /** Whether the value is one, also one thrown by another copy of this package. */
  static is(value: unknown): value is ReplayMismatchError {
    return typeof value === "object" && value !== null && marker in value;
  }

  /** Looks through the `cause`s too: most clients wrap what their `fetch` rejects with. */
  static find(value: unknown): ReplayMismatchError | undefined {
    const seen = new Set<unknown>();
    for (let error = value; error instanceof Error && !seen.has(error); error = error.cause) {
      if (ReplayMismatchError.is(error)) return error;
      seen.add(error);
    }
    return undefined;
  }
}

interface Nearest {
  readonly candidate: Candidate;
  readonly differences: readonly Difference[];
}

/** An identical entry that has answered already tells more than one that is left and differs. */
function findNearest(
  candidates: readonly Candidate[],
  compare: (candidate: Candidate) => readonly Difference[],
): Nearest | undefined {
  const distance = ({ candidate, differences }: Nearest) =>
    differences.reduce((sum, { weight }) => sum + weight, 0) +
    (candidate.used && differences.length > 0 ? 100 : 0);
  return candidates
    .map((candidate) => ({ candidate, differences: compare(candidate) }))
    .reduce<Nearest | undefined>(
      (best, next) => (best === undefined || distance(next) < distance(best) ? next : best),
      undefined,
    );
}

function explain({ candidate, differences }: Nearest): string[] {
  if (differences.length === 0) {
    return [
      `Entry ${candidate.index} is the same request, and has answered already (\`reuse\` lets it again).`,
    ];
  }
  return [
    `Nearest is entry ${candidate.index}, ${requestLine(candidate.request)}`,
    ...differences.map(({ part, sent, recorded }) => {
      if (sent === undefined) return `  ${part}: missing, recorded ${quote(recorded)}`;
      if (recorded === undefined) return `  ${part}: unexpected, sent ${quote(sent)}`;
      return `  ${part}: sent ${quote(sent)}, recorded ${quote(recorded)}`;
    }),
  ];
}

function quote(text = ""): string {
  return JSON.stringify(shorten(text));
}
