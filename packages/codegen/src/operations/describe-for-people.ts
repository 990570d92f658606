import type { Operation, Parameter } from "../document/operations.ts";
import { child, type Place, stringAt } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";
import { undescribedPathParameters } from "../document/undescribed-path-parameters.ts";
import { describeParameter } from "./describe-parameter.ts";
import { describedIn } from "./described-in.ts";

/** What a help screen says about an operation and its path and query parameters. */
export function describeForPeople(
  operation: Operation,
  describe: (parameter: Parameter) => unknown,
): { readonly [key: string]: unknown } {
  const { place, parameters } = operation;
  const assumed = undescribedPathParameters(operation).map((name) => [
    name,
    { type: "string", required: true },
  ]);
  const path = { ...describedIn("path", parameters, describe), ...Object.fromEntries(assumed) };
  return {
    operationId: stringAt(place, "operationId"),
    summary: firstParagraph(stringAt(place, "summary") ?? stringAt(place, "description")),
    path: Object.keys(path).length === 0 ? undefined : path,
    query: describedIn("query", parameters, describe),
  };
}

/** What is accepted for a parameter, and the first paragraph of its description. */
export const parameterForPeople = (
  spec: Spec,
  parameter: Parameter,
): { readonly [key: string]: unknown } => ({
  ...describeParameter(spec, parameter),
  text: textOf(parameter.place, spec.follow(child(parameter.place, "schema"))),
});

const textOf = (parameter: Place, schema: Place | undefined): string | undefined =>
  firstParagraph(stringAt(parameter, "description") ?? (schema && stringAt(schema, "description")));

/** On one line. */
function firstParagraph(text: string | undefined): string | undefined {
  const paragraph = text
    ?.trim()
    .split(/\r?\n[ \t]*\r?\n/)[0]
    ?.replace(/\s+/g, " ");
  return paragraph === "" ? undefined : paragraph;
}
