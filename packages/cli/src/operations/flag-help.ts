import type { ParameterHelp } from "../apis/pullable-api.ts";
import { acceptedBy } from "./accepted.ts";
import { isRequired } from "./call-params.ts";
import { type Flag, PAGE_SIZE } from "./flag.ts";

/** Known values that a help screen lists of an open enum, which may have hundreds. */
const LISTED = 8;

/** What stands for the value in a help screen: `--granularity <hour|day|all>`. */
export function placeholder({ description }: Flag): string {
  const { values, open, format } = description;
  const types = [description.type].flat();
  if (values !== undefined && open !== true && isBrief(values.map(String))) return `<${values.join("|")}>`;
  if (types.includes("integer") || types.includes("number")) return "<number>";
  if (types.includes("boolean")) return "<true|false>";
  if (format === "date") return "<date>";
  return format === "date-time" ? "<time>" : "<text>";
}

/** Commander reads flags out of whatever starts with a dash. */
const isBrief = (values: readonly string[]): boolean =>
  values.length <= 6 && values.every((value) => /^\w[\w-]*$/.test(value));

/** The text of a flag: what it means, what is accepted, what holds without it. */
export function flagHelp(flag: Flag, flags: readonly Flag[], pageSize: number | undefined): string {
  const { description } = flag;
  const standing = flag.name === PAGE_SIZE ? (pageSize ?? description.default) : description.default;
  return [
    inFlags(flag.help, flags),
    accepted(description),
    flag.repeatable ? "Can be repeated." : "",
    standing === undefined ? "" : `Default: ${String(standing)}.`,
    description.clientDefault === undefined ? "" : "Default: that of the credentials.",
    isRequired(flag) ? "Required." : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function accepted(description: ParameterHelp): string {
  if (description.open === true && description.values !== undefined) {
    const known = description.values.slice(0, LISTED).join(", ");
    const more = description.values.length - LISTED;
    return `Known: ${known}${more > 0 ? ` and ${more} more` : ""}; others pass.`;
  }
  const phrase = acceptedBy(description)?.phrase;
  return phrase === undefined ? "" : `Accepted: ${phrase}.`;
}

/** The spec's texts name parameters; the user of a command line knows them as flags. */
const inFlags = (text: string, flags: readonly Flag[]): string =>
  text.replace(/`([^`]+)`/g, (_, quoted: string) => {
    const flag = flags.find(({ parameter }) => parameter === quoted);
    return flag === undefined ? quoted : `--${flag.name}`;
  });
