import { didYouMean } from "@usagewire/pagination/internal";
import type { Operation } from "../document/operations.ts";
import { pointerOf, type Spec, type SpecNode } from "../document/spec.ts";
import type { Problem } from "../problem.ts";

/** A problem; a `slip` is one in spite of which the files can be generated: an error if the check is strict, or a warning. */
export interface Finding extends Omit<Problem, "severity"> {
  readonly severity: Problem["severity"] | "slip";
}

/** A rule about a whole spec. Returns everything that breaks it. */
export type Check = (spec: Spec, operations: readonly Operation[]) => Finding[];

/** A rule about single nodes, with the role that `walk` gives them. */
export type NodeCheck = (node: SpecNode, role: string, spec: Spec) => Finding[];

export function problemAt(node: SpecNode, message: string, severity: Finding["severity"] = "error"): Finding {
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
