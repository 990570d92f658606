import { child, type Place } from "../document/place.ts";
import { walk } from "../document/walk.ts";
import { alternatives } from "../schema/alternatives.ts";
import { typesOf } from "../schema/types-of.ts";
import { type Check, type Problem, problemAt } from "./problem.ts";

/** `x-array-name` is on a query parameter that takes several values, `x-client-default` on a path parameter. */
export const checkParameterExtensions: Check = (spec) => {
  const problems: Problem[] = [];
  const takesArray = (parameter: Place) =>
    alternatives(spec, child(parameter, "schema")).some((schema) => typesOf(schema).includes("array"));
  walk(spec, (place, role) => {
    if (role !== "parameters") return;
    const location = child(place, "in").value;
    const arrayName = child(place, "x-array-name");
    if (arrayName.value !== undefined && (location !== "query" || !takesArray(place))) {
      problems.push(problemAt(arrayName, "x-array-name belongs on a query parameter that accepts an array"));
    }
    const clientDefault = child(place, "x-client-default");
    if (clientDefault.value !== undefined && location !== "path") {
      problems.push(problemAt(clientDefault, "x-client-default belongs on a path parameter"));
    }
  });
  return problems;
};
