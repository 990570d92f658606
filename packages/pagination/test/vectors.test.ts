import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { runVector, type Vector } from "./run-vector.ts";

const own = join(import.meta.dirname, "../vectors");
const other = process.env.PAGINATION_VECTORS;
const schema = JSON.parse(readFileSync(join(own, "vector.schema.json"), "utf8"));

/** Other vectors may have properties that are unknown here; ours may not. */
const folders = [
  { folder: own, validate: new Ajv2020({ allErrors: true }).compile(schema) },
  ...(other ? [{ folder: other, validate: new Ajv2020({ removeAdditional: true }).compile(schema) }] : []),
];

const files = folders.flatMap(({ folder, validate }) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !name.endsWith(".schema.json"))
    .map((name) => ({ name, content: JSON.parse(readFileSync(join(folder, name), "utf8")), validate })),
);

describe.each(files)("$name", ({ content, validate }) => {
  // A file holds one vector or several; the schema is for each.
  const vectors: Vector[] = Array.isArray(content) ? content : [content];

  for (const vector of vectors) {
    test(vector.name, async () => {
      validate(vector);
      expect(validate.errors ?? [], "vectors/vector.schema.json").toEqual([]);
      await runVector(vector, "records");
      await runVector(vector, "records", { prefetch: 0 });
      await runVector(vector, "pages");
    });
  }
});
