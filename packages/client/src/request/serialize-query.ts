import type { ParameterDescription, ParameterDescriptions } from "../api-description.ts";
import { serializeArray, serializeObject } from "../engine.ts";
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

function serializeParameter(name: string, value: unknown, parameter: ParameterDescription): string {
  const text = (part: unknown) => serializeValue(`query parameter ${name}`, part, parameter.format);
  if (Array.isArray(value)) {
    const wireName = value.length > 1 ? (parameter.arrayName ?? name) : name;
    return serializeArray(wireName, value.map(text), parameter);
  }
  if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    const parts = Object.entries(value).map(([key, part]) => [key, text(part)]);
    return serializeObject(name, Object.fromEntries(parts), parameter);
  }
  return `${name}=${encodeURIComponent(text(value))}`;
}
