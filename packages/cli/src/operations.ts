import type { OperationDescription } from "@usagewire/client";
import type { ApiDefinition, OperationDocs } from "./apis.ts";
import { kebabCase } from "./kebab-case.ts";

/** An operation that the command line can pull. */
export interface Operation {
  /** As typed on the command line. */
  readonly name: string;
  /** The path template, such as `/usage/{sim_id}`. */
  readonly path: string;
  readonly description: OperationDescription;
  readonly docs: OperationDocs;
  /** Whether the response is one page of a list, rather than the whole result. */
  readonly paged: boolean;
}

/** The GET operations of an API, in the order of its spec. */
export function operationsOf({ description, docs }: ApiDefinition): Operation[] {
  const reads = Object.entries(description.operations).filter(([key]) => key.startsWith("GET "));
  const pathOf = (key: string) => key.slice("GET ".length);
  const names = operationNames(reads.map(([key]) => pathOf(key)));
  return reads.map(([key, operation]) => ({
    name: names.get(pathOf(key)) ?? pathOf(key),
    path: pathOf(key),
    description: operation,
    docs: docs[key] ?? {},
    paged: operation.pagination !== undefined && operation.pagination.style !== "none",
  }));
}

/**
 * The names of operations by path: the last fixed segment, without a file extension. If a list and its filter by a path
 * parameter end in the same segment, the parameter is added: `/usage` is `usage`, `/usage/{sim_id}` is `sim-usage`. If
 * the name is still taken, the whole path is the name.
 */
export function operationNames(paths: readonly string[]): Map<string, string> {
  const plain = new Set(paths.filter((path) => trailingParameter(path) === undefined).map(lastFixedSegment));
  const taken = new Set<string>();
  return new Map(
    paths.map((path) => {
      const last = lastFixedSegment(path);
      const parameter = trailingParameter(path);
      const short = parameter !== undefined && plain.has(last) ? `${parameter}-${last}` : last;
      const name = taken.has(short) ? kebabCase(path) : short;
      taken.add(name);
      return [path, name];
    }),
  );
}

function lastFixedSegment(path: string): string {
  const fixed = path.split("/").filter((segment) => segment !== "" && !segment.startsWith("{"));
  return kebabCase((fixed.at(-1) ?? path).replace(/\.[a-z]+$/, ""));
}

function trailingParameter(path: string): string | undefined {
  const name = /\{([^{}]+)\}$/.exec(path)?.[1];
  return name === undefined ? undefined : kebabCase(name).replace(/-s?id$/, "");
}
