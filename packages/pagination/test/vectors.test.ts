import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { runVector } from "./run-vector.ts";
import type { Vector } from "./vector.ts";

const own = join(import.meta.dirname, "../vectors");
const added = process.env.PAGINATION_VECTORS;
const folders = added ? [own, added] : [own];
const schema = JSON.parse(readFileSync(join(own, "vector.schema.json"), "utf8"));
const validate = new Ajv2020({ allErrors: true }).compile(schema);

const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !name.endsWith(".schema.json"))
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") })),
);

describe.each(files)("$name", ({ text }) => {
  const content: unknown = JSON.parse(text);
  // A file holds one vector or a list of them; the schema judges each.
  const vectors = (Array.isArray(content) ? content : [content]) as Vector[];

  test.each(vectors)("$name", async (vector) => {
    validate(vector);
    expect(validate.errors ?? [], "vectors/vector.schema.json").toEqual([]);
    await runVector(vector, "records");
    await runVector(vector, "records", { prefetch: 0 });
    await runVector(vector, "pages");
  });
});
