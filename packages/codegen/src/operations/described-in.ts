import type { Parameter } from "../document/operations.ts";

/** What there is to say of the parameters in one place, by name; `undefined` where there is nothing. */
export function describedIn(
  location: "path" | "query",
  parameters: readonly Parameter[],
  describe: (parameter: Parameter) => unknown,
): { readonly [name: string]: unknown } | undefined {
  const entries = parameters
    .filter((parameter) => parameter.in === location)
    .map((parameter) => [parameter.name, describe(parameter)] as const)
    .filter(([, description]) => description !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
