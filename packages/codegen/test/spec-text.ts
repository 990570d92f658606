import { readFileSync } from "node:fs";
import { join } from "node:path";

export const fixtures = join(import.meta.dirname, "fixtures");

/** The spec that most tests start from. */
export const usageApi = readFileSync(join(fixtures, "usage-api.yaml"), "utf8");

/** Replaces the first occurrence of a text, which must occur. */
export function edit(text: string, replaced: string, by: string): string {
  if (!text.includes(replaced)) throw new Error(`the spec has no ${JSON.stringify(replaced)}`);
  return text.replace(replaced, () => by);
}

/** The line of the first occurrence of a text, counted from 1. */
export const lineOf = (text: string, searched: string): number =>
  text.slice(0, text.indexOf(searched)).split("\n").length;
