import { Ajv2020 } from "ajv/dist/2020.js";
import { child, type Place } from "../document/place.ts";
import { walk } from "../document/walk.ts";
import { explainAjvErrors } from "./explain-ajv-errors.ts";
import { type Extension, extensions } from "./extensions.ts";
import { type Check, type Problem, problemAt } from "./problem.ts";

const ajv = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false, verbose: true });
const rules = Object.entries(extensions).map(([name, extension]) => ({
  name,
  extension,
  validate: ajv.compile(extension.schema),
}));

/** Our extensions stand where they mean something and have the form that `specs/extensions/` gives them. */
export const checkExtensionValues: Check = (spec) => {
  const problems: Problem[] = [];
  walk(spec, (place, role) => {
    for (const { name, extension, validate } of rules) {
      const found = child(place, name);
      if (found.value === undefined) continue;
      problems.push(...misplaced(name, extension, found, role));
      if (!validate(found.value)) {
        problems.push(...explainAjvErrors(found, name, extension.schema, validate.errors ?? []));
      }
    }
  });
  return problems;
};

const misplaced = (name: string, extension: Extension, place: Place, role: string): Problem[] =>
  extension.belongs(role)
    ? []
    : [problemAt(place, `${name} belongs on ${extension.on}; here it has no effect`)];
