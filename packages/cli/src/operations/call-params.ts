import type { CallParams } from "../apis/pullable-client.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { Flag } from "./flag.ts";

/**
 * The parameters of a call from the values of its flags.
 *
 * @throws UsageError when a required one is missing.
 */
export function callParams(
  flags: readonly Flag[],
  valuesOf: (flag: Flag) => readonly string[] | undefined,
): CallParams {
  const path: Record<string, string> = {};
  const query: Record<string, string | readonly string[]> = {};
  const missing: Flag[] = [];
  for (const flag of flags) {
    const [value, ...more] = valuesOf(flag) ?? [];
    if (value === undefined) {
      if (isRequired(flag)) missing.push(flag);
    } else if (flag.location === "path") {
      path[flag.parameter] = value;
    } else {
      query[flag.parameter] = flag.repeatable ? [value, ...more] : value;
    }
  }
  if (missing.length > 0) {
    throw new UsageError(missing.map((flag) => `--${flag.name} is missing: ${flag.help}`).join(" "));
  }
  return { path, query };
}

/** What the client fills from its own options (`x-client-default`) may be left out. */
export const isRequired = ({ description }: Flag): boolean =>
  description.required === true && description.clientDefault === undefined;
