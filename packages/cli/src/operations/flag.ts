import type { ParameterHelp } from "../apis/pullable-api.ts";
import { kebabCase } from "./kebab-case.ts";
import type { PullOperation } from "./pull-operation.ts";

/** A documented parameter as a flag of the command line. */
export interface Flag {
  /** Without dashes: `iso-country`. */
  readonly name: string;
  /** The parameter's own name: `IsoCountry`. */
  readonly parameter: string;
  readonly location: "path" | "query";
  readonly description: ParameterHelp;
  /** Whether it can be given several times. */
  readonly repeatable: boolean;
  readonly help: string;
}

/** The name that the page size has for every API, whatever its parameter is called. */
export const PAGE_SIZE = "page-size";

/**
 * Every documented parameter of an operation, those of the path first. One whose name is taken, by another or by one
 * of the `reserved` flags, is called `api-…`.
 */
export function flagsOf({ description, help }: PullOperation, reserved: readonly string[] = []): Flag[] {
  const { pagination } = description;
  const { path = {}, query = {} } = help;
  const pageSize =
    pagination === undefined || pagination.style === "none" ? undefined : pagination.pageSize?.param;
  const taken = new Set(reserved);
  const flag =
    (location: Flag["location"]) =>
    ([parameter, described]: [string, ParameterHelp]): Flag => {
      let name = parameter === pageSize && location === "query" ? PAGE_SIZE : kebabCase(parameter);
      while (taken.has(name)) name = `api-${name}`;
      taken.add(name);
      return {
        name,
        parameter,
        location,
        description: described,
        repeatable: [described.type].flat().includes("array"),
        help: described.text ?? "",
      };
    };
  return [...Object.entries(path).map(flag("path")), ...Object.entries(query).map(flag("query"))];
}
