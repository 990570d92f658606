import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  child,
  isSchemaName,
  members,
  parseReference,
  type Spec,
  type SpecNode,
  specOf,
} from "./document/spec.ts";
import { walk } from "./document/walk.ts";
import { parseText } from "./parse.ts";
import { type SourceFile, SpecError } from "./problem.ts";

/** A spec as text, for programs that do not have it in a file. It cannot refer to other files. */
export interface SpecSource {
  /** The document, JSON or YAML. */
  readonly source: string;
  /** The name of the spec in messages and in the generated files. */
  readonly name: string;
}

/** A spec, with all files that its `$ref`s lead to. */
export interface LoadedSpec {
  readonly spec: Spec;
  /** The files by path relative to the spec, the spec itself as `""`. */
  readonly sources: ReadonlyMap<string, SourceFile>;
}

/** @throws SpecError if the spec cannot be read, or one of its files has a syntax error. */
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
  return readWithReferences(path, { name: input, text: root.text });
}

async function readWithReferences(path: string, root: SourceFile): Promise<LoadedSpec> {
  const sources = new Map([["", root]]);
  const documents = new Map([["", parse(root)]]);
  const tried = new Set([""]);
  for (;;) {
    const spec = specOf(documents);
    const files = referencedFiles(spec).filter((file) => !tried.has(file));
    if (files.length === 0) return { spec, sources };
    for (const file of files) {
      tried.add(file);
      if (resolve(dirname(path), file) === path) {
        // A file that refers back to the spec.
        documents.set(file, documents.get(""));
        sources.set(file, root);
        continue;
      }
      const found = await readText(resolve(dirname(path), file));
      // checkReferences reports the `$ref` that points to it.
      if ("unreadable" in found) continue;
      const source = { name: join(dirname(root.name), file), text: found.text };
      sources.set(file, source);
      documents.set(file, parse(source));
    }
  }
}

/** The files that the `$ref`s of a spec lead to, including those not yet read. */
function referencedFiles(spec: Spec): string[] {
  const files = new Set<string>();
  const add = (node: SpecNode, ref: unknown) => {
    if (typeof ref !== "string") return;
    const reference = parseReference(node.file, ref);
    if (reference.invalid === undefined && reference.file !== "") files.add(reference.file);
  };
  walk(spec, (node, role) => {
    add(node, child(node, "$ref").value);
    if (role !== "discriminator") return;
    for (const [, listed] of members(child(node, "mapping"))) {
      if (!isSchemaName(spec, listed)) add(listed, listed.value);
    }
  });
  return [...files];
}

function parse({ name, text }: SourceFile): unknown {
  const parsed = parseText(text);
  if (parsed.faults === undefined) return parsed.value;
  throw new SpecError(parsed.faults.map((fault) => ({ file: name, pointer: "#", ...fault })));
}

const reasons: { readonly [code: string]: string } = {
  ENOENT: "file not found",
  EISDIR: "this is a directory, not a file",
  EACCES: "permission denied",
};

interface Unreadable {
  /** Why the file cannot be read. */
  readonly unreadable: string;
  /** There is no file of this name. */
  readonly missing: boolean;
}

/** Reads a text file, or returns why it cannot be read. */
export async function readText(path: string): Promise<{ readonly text: string } | Unreadable> {
  try {
    const found = await stat(path);
    // Reading a pipe or a device may never end.
    if (!found.isFile() && !found.isDirectory()) {
      return { unreadable: "this is a pipe or a device, not a file", missing: false };
    }
    return { text: await readFile(path, "utf8") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const unreadable = reasons[code] ?? `this file cannot be read: ${code || error}`;
    return { unreadable, missing: code === "ENOENT" };
  }
}
