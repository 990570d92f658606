/** An answer that is no page: the `cause` of a failed walk over a plain openapi-fetch client. */
export class ResponseError extends Error {
  override readonly name = "ResponseError";
  /** The HTTP status. */
  readonly status: number;
  /** The error body, parsed where it was JSON. */
  readonly body: unknown;
  readonly response: Response;

  constructor(response: Response, body: unknown) {
    super(`the provider answered ${response.status}${response.statusText && ` ${response.statusText}`}`);
    this.status = response.status;
    this.body = body;
    this.response = response;
  }
}
