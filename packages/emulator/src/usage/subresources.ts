import type { Category } from "./categories.ts";
import { RESOURCES, resourceSuffix } from "./resources.ts";

/** The other lists' records of each category, made once for all periods. */
export function linkSubresources(base: string, categories: readonly Category[]) {
  const others = RESOURCES.filter((resource) => resource !== "");
  return new Map(
    categories.map(({ name }) => [
      name,
      Object.fromEntries(
        others.map((other) => [snakeCase(other), `${base}${resourceSuffix(other)}?Category=${name}`]),
      ),
    ]),
  );
}

/** `AllTime` is linked as `all_time`. */
const snakeCase = (name: string) => name.replaceAll(/(?<=.)[A-Z]/g, "_$&").toLowerCase();
