import { child, elements, members, type Place, stringAt } from "./place.ts";
import type { Spec } from "./spec.ts";

export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export interface Parameter {
  readonly name: string;
  /** `query`, `path`, `header` or `cookie`. */
  readonly in: string;
  /** The Parameter Object, past any `$ref`. */
  readonly place: Place;
}

export interface Operation {
  /** Method and path template, `"GET /v1/UsageRecords"`. */
  readonly key: string;
  readonly path: string;
  readonly place: Place;
  /** The path item's parameters and the operation's own, which win. */
  readonly parameters: readonly Parameter[];
}

/** All operations, in the document's order. */
export function operationsOf(spec: Spec): Operation[] {
  return members(child(spec.root, "paths")).flatMap(([path, listed]) => {
    const item = spec.follow(listed);
    if (item === undefined || !path.startsWith("/")) return [];
    const shared = parametersOf(spec, item);
    return members(item)
      .filter(([method]) => (methods as readonly string[]).includes(method))
      .map(([method, place]) => ({
        key: `${method.toUpperCase()} ${path}`,
        path,
        place,
        parameters: override(shared, parametersOf(spec, place)),
      }));
  });
}

/** The parameters listed in a path item or an operation. */
export function parametersOf(spec: Spec, holder: Place): Parameter[] {
  return elements(child(holder, "parameters")).flatMap((listed) => {
    const place = spec.follow(listed);
    if (place === undefined) return [];
    const name = stringAt(place, "name");
    const location = stringAt(place, "in");
    return name === undefined || location === undefined ? [] : [{ name, in: location, place }];
  });
}

function override(shared: readonly Parameter[], own: readonly Parameter[]): Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const parameter of [...shared, ...own]) byKey.set(`${parameter.in} ${parameter.name}`, parameter);
  return [...byKey.values()];
}
