import type { Operation } from "../document/operations.ts";
import { child, members, type Place } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";
import { describeValues } from "../schema/describe-values.ts";
import { checkQueryParameter } from "./check-query-parameter.ts";
import { didYouMean, list } from "./did-you-mean.ts";
import { type Check, type Problem, problemAt } from "./problem.ts";

/** What `x-window` names can be found in the request: its parameters, and the values that its spans depend on. */
export const checkWindow: Check = (spec, operations) =>
  operations.flatMap((operation) => {
    const window = child(operation.place, "x-window");
    if (window.value === undefined) return [];
    const named = ["start", "end", "param"].map((key) => child(window, key));
    return [
      ...named.flatMap((name) => checkQueryParameter(operation, name)),
      ...members(child(window, "spans")).flatMap(([name, values]) =>
        checkSpan(spec, operation, name, values),
      ),
      ...(child(operation.place, "x-pagination").value === undefined
        ? [problemAt(window, "x-window cuts a list; say in x-pagination how the list is paged")]
        : []),
    ];
  });

function checkSpan(spec: Spec, operation: Operation, name: string, values: Place): Problem[] {
  const problems = checkQueryParameter(operation, { ...values, value: name });
  const parameter = operation.parameters.find((each) => each.in === "query" && each.name === name);
  const known = parameter && describeValues(spec, child(parameter.place, "schema")).values?.map(String);
  if (problems.length > 0 || known === undefined) return problems;
  return members(values)
    .filter(([value]) => !known.includes(value))
    .map(([value, place]) =>
      problemAt(
        place,
        `"${value}" is no value of ${name} (they are ${list(known)})${didYouMean(value, known)}`,
      ),
    );
}
