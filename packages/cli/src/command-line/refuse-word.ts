import { didYouMean } from "../errors/did-you-mean.ts";
import { UsageError } from "../errors/usage-error.ts";

/** The error for a word where a name is expected: missing, a flag in the wrong place, or an unknown name. */
export function refuseWord(
  what: "API" | "operation",
  word: string | undefined,
  known: readonly { readonly name: string }[],
  command: string,
): UsageError {
  const names = known.map(({ name }) => name);
  const accepted = `Known: ${names.join(", ")}`;
  if (word === undefined) return new UsageError(`${command}: which ${what}? ${accepted}`);
  if (word.startsWith("-")) {
    return new UsageError(`${command}: unknown flag ${word}; flags of an operation follow its name`);
  }
  return new UsageError(`${command}: unknown ${what} "${word}"${didYouMean(word, names)} ${accepted}`);
}
