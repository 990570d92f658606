import type { Operation } from "../document/operations.ts";
import { child, type Place } from "../document/place.ts";
import { pointerOf } from "../document/pointer-of.ts";
import type { Spec } from "../document/spec.ts";
import { alternatives } from "../schema/alternatives.ts";
import { type Problem, problemAt } from "./problem.ts";

/** The page size that is asked for is one that is accepted. */
export function checkPageSize(spec: Spec, operation: Operation, pageSize: Place): Problem[] {
  const size = child(pageSize, "default");
  const { value } = size;
  if (typeof value !== "number") return [];
  const limit = (place: Place, keyword: string, breaks: (limit: number) => boolean): Problem[] => {
    const found = child(place, keyword).value;
    if (typeof found !== "number" || !breaks(found)) return [];
    return [
      problemAt(
        size,
        `the page size asked for, ${value}, is outside the ${keyword} of ${found} (${pointerOf(place)})`,
      ),
    ];
  };
  const parameter = operation.parameters.find(
    ({ in: location, name }) => location === "query" && name === child(pageSize, "param").value,
  );
  const schemas = parameter === undefined ? [] : alternatives(spec, child(parameter.place, "schema"));
  return [
    ...limit(pageSize, "maximum", (maximum) => value > maximum),
    ...schemas.flatMap((schema) => limit(schema, "maximum", (maximum) => value > maximum)),
    ...schemas.flatMap((schema) => limit(schema, "minimum", (minimum) => value < minimum)),
  ];
}
