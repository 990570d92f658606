import type { ParameterDescription, ParameterDescriptions } from "./api-description.ts";

/**
 * Serializes query parameters to a query string, without `?`. Leaves out `undefined` and `null`. Sends parameters that the
 * spec does not describe unchanged.
 *
 * @throws TypeError if a value cannot be sent.
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

/** By the rules of OpenAPI: a pair for each member of an array or object (`explode`), or one pair for all. */
function serializeParameter(name: string, value: unknown, parameter: ParameterDescription): string {
  const where = `query parameter ${name}`;
  const text = (part: unknown) => percentEncode(where, serializeValue(where, part, parameter.format));
  const { style = "form", explode = style === "form", arrayName = name } = parameter;
  if (Array.isArray(value)) {
    const sentName = value.length > 1 ? arrayName : name;
    const texts = value.map(text);
    return explode
      ? texts.map((each) => `${sentName}=${each}`).join("&")
      : `${sentName}=${texts.join(separators[style] ?? ",")}`;
  }
  if (typeof value === "object" && value !== null && !isDate(value)) {
    const members = Object.entries(value);
    if (style === "deepObject")
      return members.map(([key, part]) => `${name}[${key}]=${text(part)}`).join("&");
    return explode
      ? members.map(([key, part]) => `${key}=${text(part)}`).join("&")
      : `${name}=${members.map(([key, part]) => `${key},${text(part)}`).join(",")}`;
  }
  return `${name}=${text(value)}`;
}

/**
 * @param name The parameter, for the error message.
 * @throws TypeError if the text is not well-formed Unicode.
 */
export function percentEncode(name: string, text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new TypeError(
      `${name} contains half of a surrogate pair; a value must be well-formed Unicode text`,
    );
  }
}

/**
 * Converts a parameter value to text, before percent-encoding. Strings are unchanged.
 *
 * @param name The parameter, for the error message.
 * @throws TypeError if the value is not a string, number, boolean, bigint or valid `Date`.
 */
export function serializeValue(name: string, value: unknown, format?: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (isDate(value) && !Number.isNaN(value.getTime())) return serializeDate(value, format);
  throw new TypeError(`${name} must be a string, number, boolean or valid Date; received ${describe(value)}`);
}

/** Also a `Date` of another realm, such as a page's frame or a test runner's sandbox. */
export const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === "[object Date]";

/** `YYYY-MM-DD` in UTC for the format `date`, otherwise `YYYY-MM-DDTHH:mm:ssZ`. */
function serializeDate(date: Date, format: string | undefined): string {
  const iso = date.toISOString();
  return format === "date" ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`;
}

function describe(value: unknown): string {
  if (isDate(value)) return "an invalid Date";
  if (typeof value === "number") return String(value);
  return value === null ? "null" : Array.isArray(value) ? "an array" : `a value of type ${typeof value}`;
}
