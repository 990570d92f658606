import type { ParameterDescriptions } from "../api-description.ts";
import { serializeValue } from "./serialize-value.ts";

/**
 * The path template with its parameters filled in, each percent-encoded within its segment. A parameter that the
 * caller leaves out comes from the client's own options where the spec says so (`x-client-default`).
 *
 * @throws TypeError when a parameter is missing or empty, or would make another path of it (`..`).
 */
export function expandPath(
  template: string,
  values: Record<string, unknown>,
  parameters: ParameterDescriptions = {},
  clientDefaults: Readonly<Record<string, string | undefined>> = {},
): string {
  if (!template.includes("{")) return template;
  const path = template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const { clientDefault, format } = parameters[name] ?? {};
    const value = values[name] ?? (clientDefault === undefined ? undefined : clientDefaults[clientDefault]);
    const where = `${template}: path parameter ${name}`;
    if (value === undefined || value === null || value === "") {
      const hint = clientDefault === undefined ? "" : ` (or give the client ${clientDefault})`;
      throw new TypeError(`${where} is ${value === "" ? "empty" : "missing"}; give it in params.path${hint}`);
    }
    return encodeURIComponent(serializeValue(where, value, format));
  });
  if (path.split("/").some((segment) => segment === "." || segment === "..")) {
    throw new TypeError(`${template}: a path parameter of "." or ".." would address another path`);
  }
  return path;
}
