import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { createSpec, type Spec } from "../../src/contract/spec.ts";

/** The spec of the tiny API, changed as text first. */
export function tinySpec(change: (yaml: string) => string = (yaml) => yaml): Spec {
  const yaml = readFileSync(new URL("tiny.yaml", import.meta.url), "utf8");
  return createSpec("tiny.yaml", parse(change(yaml)));
}
