import { apiErrorFrom } from "./errors/api-error-from.ts";

interface AnyResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** What a result holds when it holds no error; told by `error`, since `data` may be `undefined` in both. */
type DataOf<Result> = Extract<Result, { error?: never }> extends { data: infer Data } ? Data : never;

/**
 * The data of a `{ data, error, response }` result.
 *
 * @example const page = await unwrap(client.GET("/usage"));
 * @throws ApiError, or its subclass for the status, when the answer was outside 2xx.
 */
export async function unwrap<Result extends AnyResult>(
  result: Promise<Result> | Result,
): Promise<DataOf<Result>> {
  const { data, error, response } = await result;
  if (error !== undefined || !response.ok) throw apiErrorFrom(response, error);
  return data as DataOf<Result>; // the other side of the union holds `error`
}
