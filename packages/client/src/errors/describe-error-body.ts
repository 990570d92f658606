/**
 * The code and text in an error body, in the forms seen in the wild: Twilio's `{ code, message }`, RFC 9457's
 * `{ title, detail }`, and `{ error: "code" }` as Onomondo sends it.
 */
export function describeErrorBody(body: unknown): {
  code?: number | string;
  text?: string;
} {
  if (typeof body !== "object" || body === null) return {};
  const { code, message, title, detail, error } = body as Record<string, unknown>; // any object can be read so
  const text = join(message) ?? join(title, detail) ?? join(error);
  return {
    ...(isCode(code) ? { code } : isCode(error) ? { code: error } : {}),
    ...(text === undefined ? {} : { text }),
  };
}

const isCode = (value: unknown): value is number | string =>
  typeof value === "number" || (typeof value === "string" && value !== "");

function join(...parts: unknown[]): string | undefined {
  const texts = parts.filter((part) => typeof part === "string" && part !== "");
  return texts.length === 0 ? undefined : texts.join(": ");
}
