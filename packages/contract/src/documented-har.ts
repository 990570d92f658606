import { type Har, record } from "@usagewire/replay";

/** A request and its response as a document shows them. */
export interface DocumentedExchange {
  /** Where the example is published: a URL or the title of the document. */
  readonly source: string;
  /** Defaults to `GET`. */
  readonly method?: string;
  /** Absolute, with the query. */
  readonly url: string;
  /** The authentication scheme, such as `Basic` or `Bearer`. Defaults to none: the credential is a bare key. */
  readonly scheme?: string | undefined;
  /** The request header with the credential. Defaults to `Authorization`. */
  readonly credentialHeader?: string;
  /** Defaults to 200. */
  readonly status?: number;
  /** Response headers in addition to `Content-Type: application/json`. Defaults to none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The JSON text as it is published. */
  readonly body: string;
}

/**
 * Creates a recording of a published example. Its `log.comment` is `documented: ` and the source; its times are 0, so
 * that the result is always the same. `contractTests` does not paginate such recordings, because their links lead
 * nowhere.
 *
 * @throws TypeError if the URL, the method or a header is invalid.
 * @throws RangeError if the status is not between 200 and 599.
 *
 * @example
 * ```ts
 * import { documentedHar, writeHar } from "@usagewire/contract";
 *
 * const har = await documentedHar({
 *   source: "https://docs.example.com/usage#list",
 *   url: "https://api.example.com/usage?limit=2",
 *   scheme: "Bearer",
 *   body: '{ "usage": [{ "bytes": 1424843 }], "next": null }',
 * });
 * writeHar("fixtures/usage.documented.har", har);
 * ```
 */
export async function documentedHar(exchange: DocumentedExchange): Promise<Har> {
  const { source, method = "GET", url, scheme, credentialHeader = "authorization" } = exchange;
  const { status = 200, headers, body } = exchange;
  const respond = async () =>
    new Response(body, { status, headers: { "content-type": "application/json", ...headers } });
  const recording = record(respond, {
    comment: `documented: ${source}`,
    now: () => 0,
    redact: [credentialHeader],
  });
  const credential = scheme === undefined ? "key" : `${scheme} credential`;
  await recording(url, { method, headers: { accept: "application/json", [credentialHeader]: credential } });
  return recording.har();
}
