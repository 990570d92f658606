/**
 * Filters to a raw query, by OpenAPI's defaults and as openapi-fetch does it: arrays repeat their name, objects are
 * `name[key]=value`, null and undefined are left out.
 *
 * @param arrayName the wire name of a parameter with several values, where the provider has another for them
 * @throws TypeError for values nested deeper than that.
 */
export function serializeQuery(
  params: Readonly<Record<string, unknown>>,
  arrayName: (name: string) => string = (name) => name,
): string {
  return Object.entries(params)
    .flatMap(([name, value]) => {
      if (Array.isArray(value)) {
        const wireName = value.length > 1 ? arrayName(name) : name;
        return value.flatMap((element) => pair(wireName, element));
      }
      if (typeof value === "object" && value !== null) {
        return Object.entries(value).flatMap(([key, member]) => pair(`${name}[${key}]`, member));
      }
      return pair(name, value);
    })
    .join("&");
}

function pair(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "object")
    throw new TypeError(`query parameter "${name}" is nested too deep to be sent`);
  return [`${name}=${encodeURIComponent(String(value))}`];
}
