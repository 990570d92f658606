import { dirname, join, resolve } from "node:path";
import { type Spec, specOf } from "../document/spec.ts";
import { parseSource } from "./parse-source.ts";
import { readText } from "./read-text.ts";
import { referredFiles } from "./referred-files.ts";
import { SpecError } from "./spec-error.ts";

/** A spec as text, for programs that do not have it in a file. Its `$ref`s cannot lead to other files. */
export interface SpecSource {
  readonly source: string;
  /** What messages call it. */
  readonly name: string;
}

/** The text of a file and the name that messages give it. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** A spec, with all files that its `$ref`s lead to. */
export interface LoadedSpec {
  readonly spec: Spec;
  /** Absolute path of the spec, if it is a file. */
  readonly path?: string;
  /** By the names that a `Place` gives to files: `""` is the spec itself. */
  readonly sources: ReadonlyMap<string, SourceFile>;
}

/** @throws SpecError where the spec cannot be read, or something cannot be parsed. */
export async function readSpec(input: string | SpecSource): Promise<LoadedSpec> {
  if (typeof input !== "string") {
    const source = { name: input.name, text: input.source };
    return { spec: specOf(new Map([["", parse(source)]])), sources: new Map([["", source]]) };
  }
  const path = resolve(input);
  const root = await readText(path);
  if ("unreadable" in root) {
    throw new SpecError([{ file: input, line: 1, column: 1, pointer: "#", message: root.unreadable }]);
  }
  return { path, ...(await readWithReferences(path, { name: input, text: root.text })) };
}

async function readWithReferences(path: string, root: SourceFile): Promise<LoadedSpec> {
  const sources = new Map([["", root]]);
  const documents = new Map([["", parse(root)]]);
  const tried = new Set([""]);
  for (;;) {
    const spec = specOf(documents);
    const files = referredFiles(spec).filter((file) => !tried.has(file));
    if (files.length === 0) return { spec, sources };
    for (const file of files) {
      tried.add(file);
      const found = await readText(resolve(dirname(path), file));
      // The check of references finds the `$ref` that leads to it.
      if ("unreadable" in found) continue;
      const source = { name: join(dirname(root.name), file), text: found.text };
      sources.set(file, source);
      documents.set(file, parse(source));
    }
  }
}

function parse({ name, text }: SourceFile): unknown {
  const parsed = parseSource(text);
  if (parsed.faults === undefined) return parsed.value;
  throw new SpecError(parsed.faults.map((fault) => ({ file: name, pointer: "#", ...fault })));
}
