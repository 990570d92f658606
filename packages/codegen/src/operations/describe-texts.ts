import type { Operation, Parameter } from "../document/operations.ts";
import { child, stringAt } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";

/** What a help screen says about an operation and its path and query parameters; `undefined` where nothing is written. */
export function describeTexts(
  { place, parameters }: Operation,
  textOf: (parameter: Parameter) => unknown,
): { readonly [key: string]: unknown } | undefined {
  const texts = parameters
    .filter((parameter) => parameter.in === "path" || parameter.in === "query")
    .map((parameter) => [parameter.name, textOf(parameter)] as const)
    .filter(([, text]) => text !== undefined);
  const summary = firstParagraph(stringAt(place, "summary") ?? stringAt(place, "description"));
  if (summary === undefined && texts.length === 0) return undefined;
  return { summary, parameters: texts.length === 0 ? undefined : Object.fromEntries(texts) };
}

/** The first paragraph of a parameter's description, on one line. */
export function parameterText(spec: Spec, { place }: Parameter): string | undefined {
  const schema = spec.follow(child(place, "schema"));
  return firstParagraph(stringAt(place, "description") ?? (schema && stringAt(schema, "description")));
}

function firstParagraph(text: string | undefined): string | undefined {
  const paragraph = text
    ?.trim()
    .split(/\r?\n[ \t]*\r?\n/)[0]
    ?.replace(/\s+/g, " ");
  return paragraph === "" ? undefined : paragraph;
}
