import { didYouMean } from "@usagewire/pagination/internal";
import type { Operation } from "../document/operations.ts";
import { pointerOf, type Spec, type SpecNode } from "../document/spec.ts";
import type { Problem } from "../problem.ts";

/** A rule about a whole spec. Returns everything that breaks it. */
export type Check = (spec: Spec, operations: readonly Operation[]) => Problem[];

/** A rule about single nodes, with the role that `walk` gives them. */
export type NodeCheck = (node: SpecNode, role: string, spec: Spec) => Problem[];

export function problemAt(node: SpecNode, message: string, severity: Problem["severity"] = "error"): Problem {
  const { file } = node;
  return { pointer: pointerOf(node), message, severity, ...(file === "" ? {} : { file }) };
}

/** The end of a message about an unknown word: `; did you mean "sim"?`, or nothing if no known word is similar. */
export function suggestion(word: string, known: readonly string[]): string {
  const similar = didYouMean(word, known);
  return similar === undefined ? "" : `; did you mean "${similar}"?`;
}

/** Words in a message: `"a", "b"`; a long list is cut. */
export function quoted(words: readonly unknown[], most = 12): string {
  const shown = words.slice(0, most).map((word) => JSON.stringify(word));
  return words.length > most ? `${shown.join(", ")} and ${words.length - most} more` : shown.join(", ");
}
