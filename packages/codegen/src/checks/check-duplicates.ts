import { parametersOf } from "../document/operations.ts";
import { child, stringAt } from "../document/place.ts";
import { type Check, type Problem, problemAt } from "./problem.ts";

/** An operationId names one operation; a list of parameters names each once. */
export const checkDuplicates: Check = (spec, operations) => {
  const problems: Problem[] = [];
  const operationIds = new Map<string, string>();
  for (const { key, place } of operations) {
    const id = stringAt(place, "operationId");
    const other = id === undefined ? undefined : operationIds.get(id);
    if (other !== undefined) {
      problems.push(
        problemAt(child(place, "operationId"), `operationId "${id}" is already the name of ${other}`),
      );
    }
    if (id !== undefined) operationIds.set(id, other ?? key);
    const seen = new Set<string>();
    for (const parameter of parametersOf(spec, place)) {
      const name = `${parameter.in} parameter "${parameter.name}"`;
      if (seen.has(name))
        problems.push(
          problemAt(
            child(place, "parameters"),
            `the ${name} is listed twice; the last one counts`,
            "warning",
          ),
        );
      seen.add(name);
    }
  }
  return problems;
};
