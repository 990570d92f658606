import { inspect } from "node:util";

/** Returns the secrets in a text, in the encodings in which it contains them. */
export const findSecrets = (text: string, secrets: readonly string[]): string[] =>
  secrets.flatMap(encodings).filter((encoded) => text.includes(encoded));

/** Returns everything that printing, logging or serializing a value can show. */
export function describeFully(value: unknown): string {
  const parts = [
    inspect(value, { depth: 10, showHidden: true, maxStringLength: null, maxArrayLength: null }),
    String(value),
    toJson(value),
  ];
  for (let error = value; error instanceof Error; error = error.cause) {
    parts.push(
      error.message,
      error.stack ?? "",
      toJson(error),
      toJson(Object.fromEntries(Object.entries(error))),
    );
  }
  if (value instanceof Response) parts.push(value.url, value.statusText, toJson([...value.headers]));
  return parts.join("\n");
}

function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return ""; // circular: it cannot be serialized, so it shows nothing
  }
}

/** The encodings of a secret. Each one in a text reveals the secret. */
function encodings(secret: string): string[] {
  const percent = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = [0, 1, 2].map((offset) => base64Within(secret, offset));
  return [
    ...new Set([
      secret,
      percent,
      percent.replace(/%../g, (code) => code.toLowerCase()),
      encodeURIComponent(percent),
      json,
      json.replaceAll("/", "\\/"),
      Buffer.from(secret).toString("hex"),
      ...base64,
      ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    ]),
  ];
}

/** The base64 of a secret within a longer text, with `offset` bytes before it, modulo 3. */
function base64Within(secret: string, offset: number): string {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)]);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
  // The first characters also encode the bytes before the secret.
  return whole.slice(offset === 0 ? 0 : 4);
}
