import type { Operation, Parameter } from "../document/operations.ts";
import { child, members } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";
import { describeParameter } from "./describe-parameter.ts";

/**
 * What a client reads of a parameter: the `ParameterDescription` of `@usagewire/client`; `undefined` where it sends it as it is.
 *
 * @param spanned the parameters on which the length of windows depends: what holds when they are left out matters.
 */
export function describeForWire(
  spec: Spec,
  parameter: Parameter,
  spanned: ReadonlySet<string>,
): { readonly [key: string]: unknown } | undefined {
  const {
    format,
    default: usual,
    style,
    explode,
    arrayName,
    clientDefault,
  } = describeParameter(spec, parameter);
  const read = {
    format: format === "date" || format === "date-time" ? format : undefined,
    default: spanned.has(parameter.name) ? usual : undefined,
    style,
    explode,
    arrayName,
    clientDefault,
  };
  return Object.values(read).some((value) => value !== undefined) ? read : undefined;
}

/** The parameters that the windows of any operation depend on. */
export const spannedParameters = (operations: readonly Operation[]): ReadonlySet<string> =>
  new Set(
    operations.flatMap(({ place }) =>
      members(child(child(place, "x-window"), "spans")).map(([name]) => name),
    ),
  );
