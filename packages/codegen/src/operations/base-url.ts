import { child, stringAt } from "../document/place.ts";
import type { Spec } from "../document/spec.ts";

/**
 * The first server's URL, its variables replaced by their defaults, without a slash at the end; `""` where it is
 * missing or relative, since only the caller then knows the host.
 */
export function baseUrl({ root }: Spec): string {
  const server = child(child(root, "servers"), 0);
  const variables = child(server, "variables");
  const url = (stringAt(server, "url") ?? "").replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const value = child(child(variables, name), "default").value;
    return value === undefined ? whole : String(value);
  });
  return /^https?:\/\//i.test(url) ? url.replace(/\/+$/, "") : "";
}
