import type { Operation } from "../document/operations.ts";
import { child, elements, members, type Place, stringAt } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";

/** The ways to authenticate: the document's, then those that only single operations have; each once. */
export function describeSecurity(
  spec: Spec,
  operations: readonly Operation[],
): { readonly [key: string]: unknown }[] {
  const schemes = child(child(spec.root, "components"), "securitySchemes");
  const holders = [spec.root, ...operations.map(({ place }) => place)];
  const names = holders.flatMap((holder) => elements(child(holder, "security"))).flatMap(members);
  const described = names.flatMap(([name]) => {
    const scheme = spec.follow(child(schemes, name));
    return scheme?.value === undefined ? [] : [describe(scheme)];
  });
  return [...new Map(described.map((scheme) => [JSON.stringify(scheme), scheme])).values()];
}

function describe(scheme: Place): { readonly [key: string]: unknown } {
  const type = stringAt(scheme, "type");
  const keys = type === "http" ? ["scheme"] : type === "apiKey" ? ["in", "name"] : [];
  return Object.fromEntries(["type", ...keys].map((key) => [key, stringAt(scheme, key)]));
}
