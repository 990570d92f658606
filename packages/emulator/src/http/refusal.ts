import type { ContentfulStatusCode } from "hono/utils/http-status";

/**
 * A request that the provider turns down: thrown anywhere behind a route, answered in the provider's own
 * words.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: ContentfulStatusCode;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: ContentfulStatusCode, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`refused with status ${status}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}
