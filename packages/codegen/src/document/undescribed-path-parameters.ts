import type { Operation } from "./operations.ts";

/** The names in a path template: `sim_id` of `/usage/{sim_id}`. */
export const templateNames = (path: string): string[] =>
  [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);

/** The names in an operation's path for which it has no path parameter. */
export function undescribedPathParameters({ path, parameters }: Operation): string[] {
  const described = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  return templateNames(path).filter((name) => !described.includes(name));
}
