/**
 * The code and text in an error body, in the forms seen in the wild: Twilio's `{ code, message }`, RFC 9457's
 * `{ title, detail, errors }`, and `{ error: "code" }` as Onomondo sends it.
 */
export function describeErrorBody(body: unknown): {
  code?: number | string;
  text?: string;
} {
  if (typeof body !== "object" || body === null) return {};
  const { code, message, title, detail, error, errors } = body as Record<string, unknown>; // any object can be read so
  const text = join(": ", message) ?? join(": ", title, detail) ?? join(": ", error);
  const told = join(
    ": ",
    text,
    Array.isArray(errors) ? join("; ", ...errors.slice(0, 3).map(describeOne)) : undefined,
  );
  return {
    ...(isCode(code) ? { code } : isCode(error) ? { code: error } : {}),
    ...(told === undefined ? {} : { text: told }),
  };
}

/** One of several errors: text, or an object that says what is wrong and where. */
function describeOne(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return join("", error);
  const { pointer, parameter, field, detail, message, title } = error as Record<string, unknown>;
  return join(" ", pointer ?? parameter ?? field, detail ?? message ?? title);
}

const isCode = (value: unknown): value is number | string =>
  typeof value === "number" || (typeof value === "string" && value !== "");

function join(separator: string, ...parts: unknown[]): string | undefined {
  const texts = parts.filter((part) => typeof part === "string" && part !== "");
  return texts.length === 0 ? undefined : texts.join(separator);
}
