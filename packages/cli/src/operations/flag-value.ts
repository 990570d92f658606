import { UsageError } from "../errors/usage-error.ts";
import { acceptedBy } from "./accepted.ts";
import type { Flag } from "./flag.ts";

/**
 * Takes one more value of a flag into those given before.
 *
 * @throws UsageError when the API would not take it.
 */
export function addFlagValue(flag: Flag, text: string, before: readonly string[] = []): readonly string[] {
  // Most often an unset variable of a script, which would silently pull everything.
  if (text === "") throw new UsageError(`--${flag.name} is empty; leave it out to ask for everything`);
  if (before.length > 0 && !flag.repeatable) {
    throw new UsageError(`--${flag.name} is given twice; the API takes one value`);
  }
  // As a segment of a path these would name another operation.
  if (flag.location === "path" && /^\.\.?$/.test(text)) {
    throw new UsageError(`--${flag.name}: "${text}" is not accepted; give a name or an id`);
  }
  const accepted = acceptedBy(flag.description);
  if (accepted !== undefined && !accepted.accepts(text)) {
    throw new UsageError(`--${flag.name}: "${text}" is not accepted; give ${accepted.phrase}`);
  }
  return [...before, text];
}
