import { Ajv2020 } from "ajv/dist/2020.js";
import { child, type Place } from "../document/place.ts";
import { explainAjvErrors } from "./explain-ajv-errors.ts";
import { type Extension, extensions } from "./extensions.ts";
import { type PlaceCheck, type Problem, problemAt } from "./problem.ts";

const ajv = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false, verbose: true });

/** Our extensions stand where they mean something and have the form that `specs/extensions/` gives them. */
export const checkExtensionValues: PlaceCheck = (place, role) =>
  Object.entries(extensions).flatMap(([name, extension]) => {
    const found = child(place, name);
    if (found.value === undefined) return [];
    // Compiled when needed, and by Ajv only once.
    const validate = ajv.compile(extension.schema);
    const errors = validate(found.value) ? [] : (validate.errors ?? []);
    return [
      ...misplaced(name, extension, found, role),
      ...explainAjvErrors(found, name, extension.schema, errors),
    ];
  });

const misplaced = (name: string, extension: Extension, place: Place, role: string): Problem[] =>
  extension.belongs(role)
    ? []
    : [problemAt(place, `${name} belongs on ${extension.on}; here it has no effect`)];
