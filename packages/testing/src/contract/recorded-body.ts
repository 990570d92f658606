import type { HarEntry } from "@usagewire/replay";

/** A recorded body as text, and as JSON where it is. */
export function recordedBody({ response }: HarEntry): { text: string; json?: unknown } {
  const { text = "", encoding } = response.content;
  const decoded = encoding === "base64" ? Buffer.from(text, "base64").toString() : text;
  try {
    return { text: decoded, json: JSON.parse(decoded) };
  } catch {
    return { text: decoded };
  }
}
