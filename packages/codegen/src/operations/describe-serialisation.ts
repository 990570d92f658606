import { child, type Place, stringAt } from "../document/place.ts";

/** `style` and `explode` of a parameter, where they are not OpenAPI's defaults: query form, exploded; path simple. */
export function describeSerialisation(parameter: Place): {
  readonly style?: string;
  readonly explode?: boolean;
} {
  const inQuery = child(parameter, "in").value === "query";
  const usual = inQuery ? "form" : "simple";
  const style = stringAt(parameter, "style") ?? usual;
  const given = child(parameter, "explode").value;
  const explode = typeof given === "boolean" ? given : style === "form";
  return {
    ...(style === usual ? {} : { style }),
    ...(explode === inQuery ? {} : { explode }),
  };
}
