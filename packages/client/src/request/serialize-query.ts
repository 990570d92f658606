import type { ParameterDescription, ParameterDescriptions } from "../api-description.ts";
import { serializeValue } from "./serialize-value.ts";

/**
 * The query string of a call, without `?`. Parameters that are `undefined` or `null` are left out; names that the
 * spec does not know are sent as they are.
 */
export function serializeQuery(
  query: Record<string, unknown>,
  parameters: ParameterDescriptions = {},
): string {
  let text = "";
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    const pair = serializeParameter(name, value, parameters[name] ?? {});
    if (pair !== "") text += text === "" ? pair : `&${pair}`;
  }
  return text;
}

const separators: Readonly<Record<string, string>> = { spaceDelimited: "%20", pipeDelimited: "|" };

/** By OpenAPI's rules: each member of an array or object is a pair of its own (`explode`), or all stand in one. */
function serializeParameter(name: string, value: unknown, parameter: ParameterDescription): string {
  const text = (part: unknown) =>
    encodeURIComponent(serializeValue(`query parameter ${name}`, part, parameter.format));
  const { style = "form", explode = style === "form", arrayName = name } = parameter;
  if (Array.isArray(value)) {
    const wireName = value.length > 1 ? arrayName : name;
    const texts = value.map(text);
    return explode
      ? texts.map((each) => `${wireName}=${each}`).join("&")
      : `${wireName}=${texts.join(separators[style] ?? ",")}`;
  }
  if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    const members = Object.entries(value);
    if (style === "deepObject")
      return members.map(([key, part]) => `${name}[${key}]=${text(part)}`).join("&");
    return explode
      ? members.map(([key, part]) => `${key}=${text(part)}`).join("&")
      : `${name}=${members.map(([key, part]) => `${key},${text(part)}`).join(",")}`;
  }
  return `${name}=${text(value)}`;
}
