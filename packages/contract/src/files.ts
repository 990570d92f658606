import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Har } from "@usagewire/replay";

/**
 * Writes a recording to a file, indented, so that a diff shows what changed. Creates missing folders and overwrites
 * an existing file.
 *
 * @param file The path, relative to the working directory, or a `file:` URL.
 * @throws Error if the file cannot be written.
 *
 * @example
 * ```ts
 * import { writeHar } from "@usagewire/contract";
 * import { record } from "@usagewire/replay";
 *
 * const fetch = record(globalThis.fetch, { comment: "live: staging account" });
 * await fetch("https://api.example.com/usage?limit=2");
 * writeHar("fixtures/usage.live.har", await fetch.har());
 * ```
 */
export function writeHar(file: string | URL, har: Har): void {
  const path = toPath("file", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(har, null, 2)}\n`);
}

/** @throws TypeError if the value of the option is neither a path nor a `file:` URL. */
export function toPath(option: string, value: string | URL): string {
  const text = String(value);
  if (text.startsWith("file:")) return fileURLToPath(text);
  if (value instanceof URL || /^https?:/.test(text)) {
    throw new TypeError(`${option} must be a path or a file: URL, not ${text}; download the document first`);
  }
  return text;
}
