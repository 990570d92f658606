import { readFileSync } from "node:fs";
import { join } from "node:path";

export const fixtures = join(import.meta.dirname, "fixtures");

/** The specs that tests start from; see there what they contain. */
export const usageApi = readFileSync(join(fixtures, "usage-api.yaml"), "utf8");

/** A spec with one slip in it: `replaced` must occur, and the first of it gives way. */
export function edit(text: string, replaced: string, by: string): string {
  if (!text.includes(replaced)) throw new Error(`the spec has no ${JSON.stringify(replaced)}`);
  return text.replace(replaced, () => by);
}

/** The line of the first occurrence of a text, counted from 1. */
export const lineOf = (text: string, searched: string): number =>
  text.slice(0, text.indexOf(searched)).split("\n").length;
