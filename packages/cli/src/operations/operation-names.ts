import { kebabCase } from "./kebab-case.ts";

/**
 * What the operations of an API are called, by path: the last fixed segment, without a file extension. Where a list
 * and its filter by a path parameter end in the same segment, the parameter tells them apart: `/usage` is `usage`,
 * `/usage/{sim_id}` is `sim-usage`. One whose name is taken all the same is called after its whole path.
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
