import type { Candidate, ComparableRequest, Difference } from "./compare.ts";

/** Thrown if a HAR is invalid. The message names the place, what was expected and what was found. */
export class HarError extends Error {
  override readonly name = "HarError";
  /** The place in the document, such as `log.entries[3].request.url`. */
  readonly where: string;

  /** @internal */
  constructor(where: string, problem: string, options?: ErrorOptions) {
    super(`${where}: ${problem}`, options);
    this.where = where;
  }
}

const marker = Symbol.for("usagewire.ReplayMismatchError");

/**
 * Thrown if no recorded entry matches a request. The message shows the nearest entry, what differs from it, and the
 * entries that are still unused.
 */
export class ReplayMismatchError extends Error {
  override readonly name = "ReplayMismatchError";
  readonly [marker] = true;
  /** The request that was sent; `url` is its path and query. */
  readonly request: { readonly method: string; readonly url: string };
  /** The differences from the nearest entry. Empty if that entry matches but was used, or if there are no entries. */
  readonly differences: readonly Difference[];

  /** @internal */
  constructor(
    sent: ComparableRequest,
    candidates: readonly Candidate[],
    compare: (candidate: Candidate) => readonly Difference[],
  ) {
    const nearest = findNearest(candidates, compare);
    const unused = candidates.filter(({ used }) => !used);
    super(
      [
        `No recorded entry matches ${requestLine(sent)}`,
        ...(nearest === undefined ? ["The recording has no entries."] : explain(nearest)),
        ...(nearest !== undefined && unused.length === 0 ? ["All entries were used."] : []),
        ...(unused.length > 0
          ? [`Unused entries (${unused.length} of ${candidates.length}):`, ...listEntries(unused)]
          : []),
      ].join("\n"),
    );
    this.request = { method: sent.method, url: requestLine(sent).slice(sent.method.length + 1) };
    this.differences = nearest?.differences ?? [];
  }

  /** Whether the value is a `ReplayMismatchError`, including one from another copy of this package. */
  static is(value: unknown): value is ReplayMismatchError {
    return typeof value === "object" && value !== null && marker in value;
  }

  /**
   * Returns the value or the first of its `cause`s that is a `ReplayMismatchError`. Use it with clients that wrap the
   * errors of their `fetch`.
   */
  static find(value: unknown): ReplayMismatchError | undefined {
    const seen = new Set<unknown>();
    // By its shape: a cause may be an error of another realm, as in Jest, which is no instance of our Error.
    for (
      let error = value;
      typeof error === "object" && error !== null && !seen.has(error);
      error = Reflect.get(error, "cause")
    ) {
      if (ReplayMismatchError.is(error)) return error;
      seen.add(error);
    }
    return undefined;
  }
}

/** Thrown by `assertDone` if entries of the recording were not used. The message lists them. */
export class ReplayUnusedError extends Error {
  override readonly name = "ReplayUnusedError";

  /** @internal */
  constructor(unused: readonly Candidate[], total: number) {
    super([`Unused entries (${unused.length} of ${total}):`, ...listEntries(unused)].join("\n"));
  }
}

interface Nearest {
  readonly candidate: Candidate;
  readonly differences: readonly Difference[];
}

/** A used entry that is identical explains more than an unused one that differs. */
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
      `Entry ${candidate.index} matches but was already used; set \`reuse: true\` to use entries repeatedly.`,
    ];
  }
  return [
    `Nearest entry: [${candidate.index}] ${requestLine(candidate.request)}`,
    ...differences.map(({ part, sent, recorded }) => {
      if (sent === undefined) return `  ${part}: missing, recorded ${quote(recorded)}`;
      if (recorded === undefined) return `  ${part}: unexpected, sent ${quote(sent)}`;
      return `  ${part}: sent ${quote(sent)}, recorded ${quote(recorded)}`;
    }),
  ];
}

const LISTED = 10;

function listEntries(candidates: readonly Candidate[]): string[] {
  const lines = candidates
    .slice(0, LISTED)
    .map(({ index, request }) => `  [${index}] ${requestLine(request)}`);
  return candidates.length > LISTED ? [...lines, `  and ${candidates.length - LISTED} more`] : lines;
}

/** `GET /usage?limit=2`, with values decoded where that is unambiguous. */
function requestLine({ method, path, query }: ComparableRequest): string {
  const pairs = [...query].flatMap(([name, values]) =>
    values.map((value) => `${readable(name)}=${readable(value)}`),
  );
  return `${method} ${path}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`;
}

function readable(text: string): string {
  return shorten(text).replace(/[&=#%+\s]/g, encodeURIComponent);
}

function quote(text = ""): string {
  return JSON.stringify(shorten(text));
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
