import { child } from "../document/place.ts";
import { isSchemaRole } from "../document/walk.ts";
import { typesOf } from "../schema/types-of.ts";
import { type PlaceCheck, type Problem, problemAt } from "./problem.ts";

/** An open enum is a string, and not closed by `enum` or `const` at the same time. */
export const checkOpenEnum: PlaceCheck = (place, role) => {
  const open = child(place, "x-extensible-enum");
  if (!isSchemaRole(role) || open.value === undefined) return [];
  const problems: Problem[] = [];
  if (child(place, "type").value === undefined || typesOf(place).join() !== "string") {
    problems.push(problemAt(open, 'x-extensible-enum needs type: string, or [string, "null"], beside it'));
  }
  for (const closed of ["enum", "const"]) {
    if (child(place, closed).value !== undefined) {
      problems.push(
        problemAt(
          open,
          `x-extensible-enum leaves the values open, "${closed}" beside it closes them; keep one`,
        ),
      );
    }
  }
  return problems;
};
