import type { Operation } from "./operation.ts";
import type { Spec } from "./spec.ts";

/** An operation, and what stands in its path. */
export interface Match {
  readonly spec: Spec;
  readonly operation: Operation;
  /** Decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The operation that a request is a call of. A path without parameters goes before one with them. */
export function matchOperation(specs: readonly Spec[], method: string, url: URL): Match | undefined {
  const matches = specs.flatMap((spec) =>
    spec.operations.flatMap((operation): Match[] => {
      const pathParameters = matchPath(spec.basePath + operation.path, url.pathname);
      return operation.method === method && pathParameters ? [{ spec, operation, pathParameters }] : [];
    }),
  );
  const count = ({ pathParameters }: Match) => Object.keys(pathParameters).length;
  return matches.sort((a, b) => count(a) - count(b))[0];
}

function matchPath(template: string, pathname: string): Record<string, string> | undefined {
  const names: string[] = [];
  const pattern = template.split(/(\{[^}]+\})/).map((part) => {
    if (!part.startsWith("{")) return part.replace(/[\\^$.*+?()[\]|]/g, "\\$&");
    names.push(part.slice(1, -1));
    return "([^/]+)";
  });
  const found = new RegExp(`^${pattern.join("")}$`).exec(pathname);
  return found
    ? Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? "")]))
    : undefined;
}
