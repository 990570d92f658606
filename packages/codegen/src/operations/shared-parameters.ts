import type { Operation, Parameter } from "../document/operations.ts";
import { keysOf } from "../document/pointer-of.ts";

/** The parameters of `components` that several operations take, by their names there. */
export function sharedParameters(operations: readonly Operation[]): Map<string, Parameter> {
  const uses = new Map<string, Parameter[]>();
  for (const parameter of operations.flatMap(({ parameters }) => parameters)) {
    const name = componentName(parameter);
    if (name !== undefined) uses.set(name, [...(uses.get(name) ?? []), parameter]);
  }
  return new Map(
    [...uses].flatMap(([name, [first, ...more]]) => (first && more.length > 0 ? [[name, first]] : [])),
  );
}

/** A parameter's name in `components`, if it stands there. */
export function componentName({ in: location, place }: Parameter): string | undefined {
  const [top, kind, name, ...deeper] = keysOf(place);
  const isComponent =
    place.file === "" && top === "components" && kind === "parameters" && deeper.length === 0;
  return isComponent && (location === "path" || location === "query") ? name : undefined;
}
