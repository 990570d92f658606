import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../helpers/workspace.ts";

interface Schema {
  properties?: Record<string, Schema>;
  anyOf?: unknown[];
}
interface Parameter {
  $ref?: string;
  in: string;
  name: string;
}
interface Spec {
  paths: Record<string, Record<string, { parameters?: Parameter[] }>>;
  components: { parameters?: Record<string, Parameter>; schemas: Record<string, Schema> };
}

const sources = readFileSync(join(root, "specs/SOURCES.md"), "utf8");

/** The first cells of the table under a spec's heading. */
function rowsOf(spec: string): Set<string> {
  const section = sources.split("\n## ").find((text) => text.startsWith(`specs/${spec}`)) ?? "";
  return new Set(
    section
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .map((line) => line.slice(2).split(" | ")[0] ?? ""),
  );
}

function operationRows({ paths, components }: Spec): string[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { parameters = [] }]) => {
      const operation = `\`${method.toUpperCase()} ${path}\``;
      const rows = parameters.map(({ $ref, ...inline }) => {
        // A shared parameter has one row for all operations.
        const shared = $ref === undefined ? undefined : components.parameters?.[$ref.split("/").at(-1) ?? ""];
        const { in: place, name } = shared ?? inline;
        return `${shared === undefined ? `${operation} ` : ""}${place} \`${name}\``;
      });
      return [operation, ...rows];
    }),
  );
}

const fieldRows = (path: string, { properties = {} }: Schema): string[] =>
  Object.entries(properties).flatMap(([name, schema]) => [
    `\`${path}.${name}\``,
    ...fieldRows(`${path}.${name}`, schema),
  ]);

describe.each(globSync("*/*.yaml", { cwd: join(root, "specs") }))("SOURCES.md for %s", (file) => {
  const spec: Spec = parse(readFileSync(join(root, "specs", file), "utf8"));
  const rows = rowsOf(file);

  it("has a row for every operation and parameter", () => {
    expect(operationRows(spec).filter((row) => !rows.has(row))).toEqual([]);
  });

  it("has a row for every field", () => {
    const fields = Object.entries(spec.components.schemas).flatMap(([name, schema]) =>
      fieldRows(name, schema),
    );
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((row) => !rows.has(row))).toEqual([]);
  });
});
