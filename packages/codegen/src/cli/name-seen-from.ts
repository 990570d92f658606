import { basename, dirname, relative, sep } from "node:path";

/**
 * How generated files name their spec: by its path from the innermost folder that holds both, so that it reads
 * `specs/twilio/supersim.yaml` whatever the current folder and wherever the checkout. Only the file's name where they
 * have nothing but the file system's root in common.
 *
 * @param folder absolute path of the generated files' folder.
 * @param spec absolute path of the spec.
 */
export function nameSeenFrom(folder: string, spec: string): string {
  let common = dirname(spec);
  while (relative(common, folder).startsWith("..")) common = dirname(common);
  if (common === dirname(common)) return basename(spec);
  return relative(common, spec).split(sep).join("/");
}
