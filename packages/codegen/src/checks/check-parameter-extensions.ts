import { child, type Place } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";
import { alternatives } from "../schema/alternatives.ts";
import { typesOf } from "../schema/types-of.ts";
import { type PlaceCheck, type Problem, problemAt } from "./problem.ts";

/** `x-array-name` is on a query parameter that takes several values, `x-client-default` on a path parameter. */
export const checkParameterExtensions: PlaceCheck = (place, role, spec) => {
  if (role !== "parameters") return [];
  const problems: Problem[] = [];
  const location = child(place, "in").value;
  const arrayName = child(place, "x-array-name");
  if (arrayName.value !== undefined && (location !== "query" || !takesArray(spec, place))) {
    problems.push(problemAt(arrayName, "x-array-name belongs on a query parameter that accepts an array"));
  }
  const clientDefault = child(place, "x-client-default");
  if (clientDefault.value !== undefined && location !== "path") {
    problems.push(problemAt(clientDefault, "x-client-default belongs on a path parameter"));
  }
  return problems;
};

const takesArray = (spec: Spec, parameter: Place): boolean =>
  alternatives(spec, child(parameter, "schema")).some((schema) => typesOf(schema).includes("array"));
