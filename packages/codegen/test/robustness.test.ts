import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { checkSpec } from "../src/index.ts";
import { problemsIn } from "./mistakes.ts";
import { usageApi } from "./spec-text.ts";

type Path = readonly (string | number)[];

const spec: unknown = parse(usageApi);
const places = [...pathsIn(spec)];

function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, below] of Object.entries(value)) yield* pathsIn(below, [...path, key]);
}

/** A copy with another value at a path. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (typeof value !== "object" || value === null) return value;
  const copy: unknown[] | Record<string, unknown> = Array.isArray(value) ? [...value] : { ...value };
  Object.assign(copy, {
    [key]: replaced(Object.entries(value).find(([name]) => name === String(key))?.[1], rest, by),
  });
  return copy;
}

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    undefined,
    null,
    "",
    0,
    true,
    [],
    {},
    [[]],
    { $ref: "#/components/schemas/Record" },
    { $ref: "#/" },
  ),
);
const changes = fc.array(fc.tuple(fc.constantFrom(...places), anything), { minLength: 1, maxLength: 3 });
type Changes = [Path, unknown][];
const apply = (made: Changes): unknown =>
  made.reduce((document, [path, by]) => replaced(document, path, by), spec);

/** Without values that JSON and YAML do not have. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? "null");

test("any document is generated or rejected with problems, without a crash", async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (made) => {
      const source = JSON.stringify(asJson(apply(made)));
      for (const { message, line, column } of await problemsIn({ source, name: "a" })) {
        expect(message).not.toContain("openapi-typescript cannot generate types");
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
}, 600_000);

test("checkSpec accepts any value", () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), changes.map(apply).map(asJson)), (document) => {
      for (const { message } of checkSpec(document)) expect(message).not.toMatch(/undefined|\[object/);
    }),
    { numRuns: 300 },
  );
}, 600_000);
