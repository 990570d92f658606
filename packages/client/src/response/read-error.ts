import { readText } from "./read-text.ts";
import { maxErrorText, type UnreadableErrorBody } from "./unreadable-error-body.ts";

/** The provider's error body; where that is empty or not JSON, an {@link UnreadableErrorBody}. Always truthy. */
export async function readError(response: Response, count: (bytes: number) => void): Promise<unknown> {
  const { text } = await readText(response, { bytes: Number.POSITIVE_INFINITY }, count);
  return parse(text) || unreadable(response.status, text);
}

const unreadable = (status: number, text: string): UnreadableErrorBody => ({
  unreadable: true,
  status,
  text: text.slice(0, maxErrorText),
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
