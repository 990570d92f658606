import type { Operation } from "../document/operations.ts";
import type { Place } from "../document/place.ts";
import { didYouMean, list } from "./did-you-mean.ts";
import { type Problem, problemAt } from "./problem.ts";

/** A name that an extension gives is one of the operation's query parameters. */
export function checkQueryParameter({ key, parameters }: Operation, name: Place): Problem[] {
  if (typeof name.value !== "string") return [];
  const known = parameters.filter((parameter) => parameter.in === "query").map((parameter) => parameter.name);
  if (known.includes(name.value)) return [];
  const hint = didYouMean(name.value, known);
  return [
    problemAt(name, `${key} has no query parameter "${name.value}" (it has ${list(known) || "none"})${hint}`),
  ];
}
