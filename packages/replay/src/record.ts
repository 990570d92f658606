import type { Fetch } from "./fetch.ts";
import type { Har, HarEntry, HarPage } from "./har.ts";
import { harEntry } from "./har-entry.ts";
import { createRedactor } from "./redactor.ts";
import { secretPattern } from "./secret-pattern.ts";
import { sensitiveNames } from "./sensitive-names.ts";

/** How a recording is written. */
export interface RecordOptions {
  /** Where the recording comes from, for `log.comment`. */
  comment?: string;
  /**
   * Values that must not reach the recording: they are blanked in every header, URL and body, also where they
   * are percent-encoded, escaped, or in base64. At least 4 characters each. Default none.
   */
  secrets?: readonly string[];
  /**
   * Names of headers, query parameters, form fields and JSON members whose value is blanked, beside
   * `Authorization`, `Cookie`, `Set-Cookie`, `Proxy-Authorization`, `X-Api-Key`, `access_token`, `client_secret`,
   * `password` and their like. Case, `-` and `_` make no difference.
   */
  redact?: readonly string[];
  /** Written in place of the origin that was asked, in URLs, headers and bodies. For servers on a free port. */
  origin?: string;
  /** By name, what is written in place of a header's value, where there is that header: for values that never repeat. */
  headers?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. Default `Date.now`; a constant makes recordings reproducible. */
  now?: () => number;
}

/** A `fetch` that writes down what passes through it. */
export interface RecordingFetch {
  (input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** Groups the requests from here to the next call as a HAR page with this title. */
  page(title: string): void;
  /** What has passed so far, in the order in which it was asked for; waits until the bodies have arrived. */
  har(): Promise<Har>;
}

/**
 * Wraps a `fetch`; requests and responses pass unchanged. In the recording credentials are `REDACTED`, with the
 * scheme kept (`Authorization: Basic REDACTED`), and so are the `secrets` given. `Date`, `Connection`,
 * `Keep-Alive`, `User-Agent` and the headers of the transfer (length, compression) are left out.
 *
 * @param fetch Default `globalThis.fetch`.
 * @throws RangeError when a secret is too short to be told from other text.
 */
export function record(fetch: Fetch = globalThis.fetch, options: RecordOptions = {}): RecordingFetch {
  const { comment, origin, now = Date.now } = options;
  const secrets = secretPattern(options.secrets ?? []);
  const isSensitive = sensitiveNames(options.redact ?? []);
  const fixedHeaders = new Headers(options.headers);
  const pages: HarPage[] = [];
  const entries: Promise<HarEntry>[] = [];

  const recording = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const copy = request.clone();
    const answer = fetch(request);
    const redactor = createRedactor({
      isSensitive,
      secrets,
      fixedHeaders,
      origin: origin === undefined ? undefined : [new URL(request.url).origin, new URL(origin).origin],
    });
    const answerCopy = answer.then((response) => response.clone());
    entries.push(harEntry(copy, answerCopy, { redactor, now, pageref: pages.at(-1)?.id }));
    return answer;
  };

  return Object.assign(recording, {
    page(title: string) {
      const startedDateTime = new Date(now()).toISOString();
      pages.push({ startedDateTime, id: `page_${pages.length + 1}`, title, pageTimings: {} });
    },
    har: async (): Promise<Har> => ({
      log: {
        version: "1.2",
        // The version of what is written: recordings must not change with every release of this package.
        creator: { name: "@usagewire/replay", version: "1" },
        ...(comment !== undefined && { comment }),
        ...(pages.length > 0 && { pages: [...pages] }),
        entries: await Promise.all(entries),
      },
    }),
  });
}
