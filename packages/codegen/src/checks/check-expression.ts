import { child, members, type Place } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";
import { atPointer } from "../schema/at-pointer.ts";
import { jsonBody } from "../schema/success-response.ts";
import { typesOf } from "../schema/types-of.ts";
import { describeMiss } from "./describe-miss.ts";
import { didYouMean, list } from "./did-you-mean.ts";
import { type Problem, problemAt } from "./problem.ts";

const form = /^\$response\.(?:body#(?<pointer>.*)|header\.(?<header>.+))$/su;

/** A runtime expression leads to something that the response describes, of one of the given types. */
export function checkExpression(
  spec: Spec,
  response: Place,
  expression: Place,
  types: readonly string[],
): Problem[] {
  if (typeof expression.value !== "string") return [];
  const { pointer, header } = form.exec(expression.value)?.groups ?? {};
  const fault =
    header !== undefined
      ? headerFault(response, header)
      : pointer !== undefined
        ? bodyFault(spec, response, pointer, types)
        : undefined;
  return fault === undefined ? [] : [problemAt(expression, fault)];
}

function headerFault(response: Place, header: string): string | undefined {
  const known = members(child(response, "headers")).map(([name]) => name);
  if (known.some((name) => name.toLowerCase() === header.toLowerCase())) return undefined;
  return `the response describes no header "${header}" (it has ${list(known) || "none"})${didYouMean(header, known)}`;
}

function bodyFault(
  spec: Spec,
  response: Place,
  pointer: string,
  types: readonly string[],
): string | undefined {
  const body = jsonBody(spec, response);
  if (body === undefined) return "the response has no JSON body whose schema is described";
  const landing = atPointer(spec, body, pointer);
  if (landing.missing !== undefined) return describeMiss(pointer, landing);
  const found = [...new Set(landing.schemas.flatMap(typesOf))];
  if (found.some((type) => types.includes(type))) return undefined;
  return `"${pointer}" must be of type ${types.join(" or ")}; its schema says ${found.join(" or ") || "nothing"}`;
}
