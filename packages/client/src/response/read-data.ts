import { MalformedResponseError } from "../errors/malformed-response-error.ts";
import { connectionError } from "../wire/connect.ts";

/**
 * The body of a 2xx answer, parsed once. An answer that is neither JSON nor declared to be is `undefined` when empty.
 *
 * @throws MalformedResponseError when the body is not JSON.
 * @throws ConnectionError when the body is cut.
 */
export async function readData(response: Response, request: Request): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    throw connectionError(request, cause);
  }
  if (text === "" && !isJson(response)) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { pathname } = new URL(request.url);
    const found = text === "" ? "is empty" : `is not JSON: ${text.slice(0, 80)}`;
    throw new MalformedResponseError(
      `${request.method} ${pathname}: ${response.status}, but the body ${found}`,
      {
        cause,
      },
    );
  }
}

const isJson = (response: Response): boolean =>
  /[/+]json\b/i.test(response.headers.get("content-type") ?? "");
