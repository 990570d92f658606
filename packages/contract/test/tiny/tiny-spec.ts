import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { createSpec, type Spec } from "../../src/spec.ts";

/** The spec of the tiny API, after a change of its text. */
export function tinySpec(change: (yaml: string) => string = (yaml) => yaml): Spec {
  const yaml = readFileSync(new URL("tiny.yaml", import.meta.url), "utf8");
  return createSpec("tiny.yaml", parse(change(yaml)));
}
